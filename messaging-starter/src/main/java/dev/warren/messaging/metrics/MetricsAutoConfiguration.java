package dev.warren.messaging.metrics;

import dev.warren.messaging.identity.InstanceName;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The meters that every service has. */
@AutoConfiguration
class MetricsAutoConfiguration {

  @Bean
  BlockedConnections blockedConnections() {
    return new BlockedConnections();
  }

  @Bean
  MeterBinder blockedConnectionsMeter(BlockedConnections blocked) {
    return registry ->
        Gauge.builder("warren.connections.blocked", blocked, BlockedConnections::count)
            .description(
                "Connections on which the broker takes no messages, for want of memory or disk")
            .register(registry);
  }

  /** Prometheus knows replicas by address; this one says who has it. One series per replica. */
  @Bean
  MeterBinder instanceMeter(ObjectProvider<InstanceName> names) {
    InstanceName name = names.getIfAvailable(() -> InstanceName.orDefault(""));
    return registry ->
        Gauge.builder("warren.instance", () -> 1)
            .description("Always 1; its tag is the name of the replica")
            .tags(Tags.of("name", name.value()))
            .register(registry);
  }
}

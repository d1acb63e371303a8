package dev.warren.messaging.listen;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.amqp.rabbit.config.ContainerCustomizer;
import org.springframework.amqp.rabbit.listener.DirectMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Hands {@link ListenerDefaults} to Boot's two container factories. */
@AutoConfiguration(before = RabbitAutoConfiguration.class)
@EnableConfigurationProperties(LifecycleProperties.class)
class ListenAutoConfiguration {

  @Bean
  ListenerDefaults listenerDefaults(
      LifecycleProperties lifecycle,
      MeterRegistry registry,
      ObjectProvider<ListenerCustomizer> customizers) {
    return new ListenerDefaults(
        lifecycle.getTimeoutPerShutdownPhase(),
        new ListenerMeters(registry, Clock.systemUTC()),
        customizers.orderedStream().toList());
  }

  @Bean
  ContainerCustomizer<SimpleMessageListenerContainer> simpleContainers(ListenerDefaults defaults) {
    return defaults::apply;
  }

  @Bean
  ContainerCustomizer<DirectMessageListenerContainer> directContainers(ListenerDefaults defaults) {
    return defaults::apply;
  }

  @Bean(name = RawBodyConverter.NAME, defaultCandidate = false)
  RawBodyConverter rawBodyConverter() {
    return new RawBodyConverter();
  }
}

package dev.warren.messaging.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.OpenTelemetry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class TracingSwitchTest {

  private final ApplicationContextRunner services =
      new ApplicationContextRunner()
          .withBean(SimpleMeterRegistry.class)
          .withPropertyValues("spring.rabbitmq.port=1") // nobody there
          .withUserConfiguration(Service.class);

  @Test
  void byDefaultNothingIsThereThatTraces() {
    services.run(
        service ->
            assertThat(service)
                .hasNotFailed()
                .doesNotHaveBean(Tracer.class)
                .doesNotHaveBean(OpenTelemetry.class)
                .doesNotHaveBean("listenerTracing")
                .doesNotHaveBean("tracedPublisher"));
  }

  @Test
  void aSettingBringsIt() {
    services
        .withPropertyValues("warren.tracing.enabled=true")
        .run(
            service ->
                assertThat(service)
                    .hasNotFailed()
                    .hasSingleBean(Tracer.class)
                    .hasBean("listenerTracing")
                    .hasBean("tracedPublisher"));
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Service {}
}

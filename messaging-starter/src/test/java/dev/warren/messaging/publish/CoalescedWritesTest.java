package dev.warren.messaging.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.messaging.broker.OwnTopology;
import dev.warren.messaging.broker.TopologyRepair;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Set;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Which connections of a service write what waits together. */
class CoalescedWritesTest {

  private final ApplicationContextRunner service =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(RabbitAutoConfiguration.class, PublishAutoConfiguration.class))
          .withBean(SimpleMeterRegistry.class)
          .withBean(OwnTopology.class, () -> new OwnTopology(List.of(), List.of()))
          .withBean(TopologyRepair.class, () -> new TopologyRepair(Set.of(), () -> {}));

  @Test
  void plainOnesDo() {
    service.run(
        context -> assertThat(socketFactory(context)).isInstanceOf(CoalescingSocketFactory.class));
  }

  @Test
  void thoseWithTlsKeepTheSocketsOfTheirContext() {
    service
        .withPropertyValues("spring.rabbitmq.ssl.enabled=true")
        .run(context -> assertThat(socketFactory(context)).isInstanceOf(SSLSocketFactory.class));
  }

  private static SocketFactory socketFactory(AssertableApplicationContext context) {
    return context
        .getBean(CachingConnectionFactory.class)
        .getRabbitConnectionFactory()
        .getSocketFactory();
  }
}

package dev.warren.messaging.broker;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.contracts.Hello;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.TestVhost;
import dev.warren.testkit.management.ManagementClient;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A service that starts while there are as many connections as may be: it is let in when one of
 * them ends. The limit is 0 here, since the broker counts connections a moment after they are open.
 */
@BrokerTest
@ExtendWith(OutputCaptureExtension.class)
class ConnectionLimitIT {

  private static final int NONE = 0;
  private static final int ANY = -1;

  private final String user = "limited-" + UUID.randomUUID();

  @BeforeEach
  void create(TestVhost vhost, ManagementClient management) {
    management.createUser(user, user);
    management.grantAll(vhost.name(), user);
  }

  @AfterEach
  void delete(ManagementClient management) {
    management.deleteUser(user);
  }

  @Test
  void theLimitOfItsUserIsToldAndWaitedFor(
      TestVhost vhost, ManagementClient management, CapturedOutput output) {
    management.limitConnectionsOfUser(user, NONE);
    isLetInLater(vhost, () -> management.limitConnectionsOfUser(user, ANY));
    assertThat(output)
        .contains("does not let the user '" + user + "' in yet")
        .contains("user connection limit (0) is reached); waiting for it");
  }

  @Test
  void theLimitOfItsVirtualHostIsToldAndWaitedFor(
      TestVhost vhost, ManagementClient management, CapturedOutput output) {
    management.limitConnectionsTo(vhost.name(), NONE);
    isLetInLater(vhost, () -> management.limitConnectionsTo(vhost.name(), ANY));
    assertThat(output)
        .contains("does not let the user '" + user + "' in yet")
        .contains("'" + vhost + "' refused for user")
        .contains(": connection limit (0) is reached); waiting for it");
  }

  private void isLetInLater(TestVhost vhost, Runnable change) {
    try (ConfigurableApplicationContext service = start(vhost)) {
      change.run();
      assertThatQueue(vhost, Hello.QUEUE).hasConsumers(1);
      assertThat(service.isRunning()).isTrue();
    }
  }

  private ConfigurableApplicationContext start(TestVhost vhost) {
    return new SpringApplicationBuilder(Service.class)
        .web(WebApplicationType.NONE)
        .run(
            "--spring.rabbitmq.host=" + vhost.broker().host(),
            "--spring.rabbitmq.port=" + vhost.broker().port(),
            "--spring.rabbitmq.username=" + user,
            "--spring.rabbitmq.password=" + user,
            "--spring.rabbitmq.virtual-host=" + vhost.name());
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({RabbitAutoConfiguration.class, BrokerAutoConfiguration.class})
  static class Service {

    @Bean
    SimpleMessageListenerContainer listener(ConnectionFactory connections) {
      SimpleMessageListenerContainer container = new SimpleMessageListenerContainer(connections);
      container.setQueueNames(Hello.QUEUE);
      container.setMessageListener(message -> {});
      container.setRecoveryInterval(100);
      return container;
    }
  }
}

package dev.warren.messaging.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.Relay;
import dev.warren.testkit.TestBroker;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.annotation.Configuration;

@BrokerTest
@ExtendWith(OutputCaptureExtension.class)
class FirstConnectionIT {

  private final CachingConnectionFactory connections = new CachingConnectionFactory();

  private void use(TestBroker broker) {
    connections.setUri(broker.amqpUri());
  }

  @AfterEach
  void close() {
    connections.destroy();
  }

  @Test
  void aBrokerThatLetsTheServiceInIsConnectedTo(TestBroker broker, CapturedOutput output) {
    use(broker);
    new FirstConnection(connections, false).start();
    assertThat(output).doesNotContain("does not answer");
  }

  @Test
  void aWrongPasswordEndsTheStartAndSaysWhoseAndWhere(TestBroker broker) {
    use(broker);
    connections.setPassword("wrong");
    assertThat(refusal())
        .contains(broker.host() + ":" + broker.port())
        .contains("refuses the user '" + broker.username() + "'")
        .contains("Wrong password");
  }

  @Test
  void aPasswordThatNobodyGaveEndsTheStartAndIsSaidToBeMissing(TestBroker broker) {
    SpringApplicationBuilder service =
        new SpringApplicationBuilder(Service.class).web(WebApplicationType.NONE);

    assertThatException()
        .isThrownBy(
            () ->
                service.run(
                    "--spring.config.import=classpath:warren-defaults.yaml",
                    "--spring.rabbitmq.host=" + broker.host(),
                    "--spring.rabbitmq.port=" + broker.port(),
                    "--spring.rabbitmq.username=unknown"))
        .withStackTraceContaining("refuses the user 'unknown'. No password was given");
  }

  @Test
  void aVirtualHostThatIsNotTheUsersEndsTheStart(TestBroker broker) {
    use(broker);
    connections.setVirtualHost("of nobody");
    assertThat(refusal()).contains("may not use the virtual host 'of nobody'");
  }

  @Test
  void aBrokerThatIsNotThereYetIsWaitedForAndNamed(TestBroker broker, CapturedOutput output)
      throws IOException {
    use(broker);
    try (Relay relay = Relay.shutTo(broker)) {
      connections.setHost(relay.host());
      connections.setPort(relay.port());
      new FirstConnection(connections, false).start();
      assertThat(output)
          .contains("The broker at " + relay.host() + ":" + relay.port() + " does not answer yet");
    }
  }

  @Test
  void aBrokerWhoseNameIsNotKnownYetIsWaitedFor(TestBroker broker, CapturedOutput output) {
    use(broker);
    connections.setHost("broker.invalid");
    new FirstConnection(connections, false).start();
    assertThat(output).contains("The broker at broker.invalid:").contains("waiting for it");
  }

  /** What the analyzer makes of the failure, as Spring wraps it. */
  private String refusal() {
    FirstConnection first = new FirstConnection(connections, false);
    var failure =
        assertThatExceptionOfType(BrokerRefusedException.class).isThrownBy(first::start).actual();
    FailureAnalysis analysis =
        new BrokerRefusedFailureAnalyzer()
            .analyze(new ApplicationContextException("Failed to start a bean", failure));
    assertThat(analysis).isNotNull();
    assertThat(analysis.getAction()).contains("spring.rabbitmq.password");
    return String.valueOf(analysis.getDescription());
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({RabbitAutoConfiguration.class, BrokerAutoConfiguration.class})
  static class Service {}
}

package dev.warren.messaging.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.testkit.OwnBroker;
import dev.warren.testkit.TestAuthority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** A service's own settings against a broker's TLS listener, as docs/security.md has them. */
class BrokerTlsIT {

  private static final TestAuthority AUTHORITY = TestAuthority.create();

  @TempDir static Path folder;
  private static OwnBroker broker;
  private static int port;

  @BeforeAll
  static void start() throws Exception {
    broker = OwnBroker.start();
    port = broker.listenWithTls(AUTHORITY.certify(broker.host()));
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void connectsToTheHostThatTheCertificateNames() throws Exception {
    connect(port, AUTHORITY, connection -> assertThat(connection.isOpen()).isTrue());
  }

  @Test
  void refusesOneForAnotherHost() throws Exception {
    int other = broker.listenWithTls(AUTHORITY.certify("elsewhere.example"));

    assertThatThrownBy(() -> connect(other, AUTHORITY, connection -> {}))
        .hasRootCauseInstanceOf(CertificateException.class)
        .rootCause()
        .hasMessageContaining("subject alternative");
  }

  @Test
  void refusesOneThatHasExpired() throws Exception {
    int expired = broker.listenWithTls(AUTHORITY.certifyUntilAnHourAgo(broker.host()));

    assertThatThrownBy(() -> connect(expired, AUTHORITY, connection -> {}))
        .hasRootCauseInstanceOf(CertificateExpiredException.class);
  }

  @Test
  void refusesOneOfAnAuthorityThatItDoesNotTrust() {
    assertThatThrownBy(() -> connect(port, TestAuthority.create(), connection -> {}))
        .hasRootCauseInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void trustsTheAuthoritiesOfTheJvmIfNoneIsNamed() {
    assertThatThrownBy(() -> connect(port, "", connection -> {}))
        .rootCause()
        .hasMessageContaining("unable to find valid certification path");
  }

  private static void connect(int port, TestAuthority trusted, Consumer<Connection> work)
      throws Exception {
    Path authority = Files.createTempFile(folder, "authority", ".pem");
    Files.writeString(authority, trusted.pem(), UTF_8);
    connect(port, "file:" + authority, work);
  }

  private static void connect(int port, String authority, Consumer<Connection> work) {
    SpringApplicationBuilder service =
        new SpringApplicationBuilder(Service.class).web(WebApplicationType.NONE);
    try (ConfigurableApplicationContext running =
            service.run(
                "--spring.config.import=classpath:warren-defaults.yaml",
                "--WARREN_RABBITMQ_HOST=" + broker.host(),
                "--WARREN_RABBITMQ_PORT=" + port,
                "--WARREN_RABBITMQ_TLS_BUNDLE=broker",
                "--WARREN_RABBITMQ_CA=" + authority);
        Connection connection = running.getBean(ConnectionFactory.class).createConnection()) {
      work.accept(connection);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({SslAutoConfiguration.class, RabbitAutoConfiguration.class})
  static class Service {}
}

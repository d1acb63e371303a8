package dev.warren.systemtests.suite;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.warren.systemtests.suite.SuiteStatus.BrokerStatus;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.util.Objects;

/** The suite's broker, as a client that knows only its address sees it. */
public final class Broker {

  /** The name of each connection that is made here. */
  public static final String FOREIGN = "foreign client";

  private static final int TIMEOUT_MS = 5_000;

  private final BrokerStatus status;

  Broker(BrokerStatus status) {
    this.status = status;
  }

  /** The broker's version, such as {@code 4.3.6}. */
  public String version() {
    return Objects.requireNonNull(status.version(), "the broker has no version");
  }

  /** Whether a queue may be declared unlike it is: 4.x does, as it is configured. */
  public boolean hasRelaxedDeclarations() {
    return isAtLeast(4);
  }

  /** Whether its version is this one or a later one. */
  public boolean isAtLeast(int major) {
    return Integer.parseInt(version().replaceAll("\\..*", "")) >= major;
  }

  /** The management plugin's API. */
  public RestClient management() {
    return new RestClient(Objects.requireNonNull(status.management(), "no management URL"))
        .withBasicAuthentication("guest", "guest");
  }

  /** The same API, asked by the user that a service has. */
  public RestClient managementAs(String user) {
    return new RestClient(Objects.requireNonNull(status.management(), "no management URL"))
        .withBasicAuthentication(user, DemoSecrets.passwordOf(user));
  }

  /**
   * Deletes something by its path in that API, such as {@code /api/queues/%2F/hello}.
   *
   * @throws IllegalStateException if it was not there
   */
  public void delete(String path) {
    Answer answer = management().delete(path);
    if (answer.status() != 204) {
      throw new IllegalStateException("%s: %d %s".formatted(path, answer.status(), answer.body()));
    }
  }

  /** A new connection of a foreign client. */
  public Connection connect() {
    return connect("guest", "guest");
  }

  /** A new connection of the user that a service has, such as {@code worker}. */
  public Connection connectAs(String user) {
    return connect(user, DemoSecrets.passwordOf(user));
  }

  private Connection connect(String user, String password) {
    try {
      ConnectionFactory factory = clients();
      factory.setUsername(user);
      factory.setPassword(password);
      return factory.newConnection(FOREIGN);
    } catch (Exception e) {
      throw new IllegalStateException("cannot connect to " + status.amqp() + " as " + user, e);
    }
  }

  /** Makes connections to this broker, for who wants more of them than a user's name. */
  public ConnectionFactory clients() throws GeneralSecurityException, URISyntaxException {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setConnectionTimeout(TIMEOUT_MS);
    factory.setAutomaticRecoveryEnabled(false);
    factory.setUri(Objects.requireNonNull(status.amqp(), "no AMQP URL"));
    return factory;
  }
}

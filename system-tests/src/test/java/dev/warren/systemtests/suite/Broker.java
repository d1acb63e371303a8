package dev.warren.systemtests.suite;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.net.URI;
import java.util.Objects;

/** The suite's broker, as a client that knows only its address sees it. */
public final class Broker {

  private static final int TIMEOUT_MS = 5_000;

  private final SuiteMember member;

  Broker(SuiteMember member) {
    this.member = member;
  }

  /** The broker's version, such as {@code 4.3.6}. */
  public String version() {
    return Objects.requireNonNull(member.version(), "the broker has no version");
  }

  /**
   * Whether it takes a declaration that differs from the queue that is there: 4.x, as configured.
   */
  public boolean hasRelaxedDeclarations() {
    return Integer.parseInt(version().replaceAll("\\..*", "")) >= 4;
  }

  /** The management plugin's API. */
  public RestClient management() {
    URI url = Objects.requireNonNull(member.managementUrl(), "the broker has no management URL");
    return new RestClient(url).withBasicAuthentication("guest", "guest");
  }

  /** A new connection of a foreign client. */
  public Connection connect() {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setConnectionTimeout(TIMEOUT_MS);
    factory.setAutomaticRecoveryEnabled(false);
    try {
      factory.setUri(Objects.requireNonNull(member.amqp(), "the broker has no AMQP URL"));
      return factory.newConnection("foreign client");
    } catch (Exception e) {
      throw new IllegalStateException("cannot connect to " + member.amqp(), e);
    }
  }
}

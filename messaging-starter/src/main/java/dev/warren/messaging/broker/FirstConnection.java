package dev.warren.messaging.broker;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.ShutdownSignalException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;

/**
 * Connects before anything else starts. A broker that is not there yet is waited for, by everything
 * that needs it, and so is one that has as many connections as its limits allow; one that refuses
 * the user will go on doing so, and the service ends. The client suspects a refusal of every
 * connection that ends while the password is looked at; it knows one by the broker's word only.
 *
 * <p>Only at the start: a running service survives refused credentials, because it may have work in
 * hand.
 *
 * @see <a href="https://www.rabbitmq.com/docs/access-control">Access control</a>
 * @see <a href="https://www.rabbitmq.com/docs/user-limits">Limits of a user</a>
 */
final class FirstConnection implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(FirstConnection.class);

  /**
   * How the reason ends where a limit of the user or the virtual host keeps a connection out (seen
   * on 3.10.8 and 4.3.6), or one of the node (on 4.3.6). The code is the same as for a virtual host
   * that the user may not use.
   */
  private static final String LIMIT = " is reached";

  private static final String WRONG_PASSWORD = "Wrong password, or there is no such user";

  private static final String NO_PASSWORD =
      "No password was given (WARREN_RABBITMQ_PASSWORD, or a file spring.rabbitmq.password in the"
          + " folder of secrets), so guest's was tried";

  private final ConnectionFactory connections;
  private final boolean passwordIsDefault;
  private volatile boolean running;

  /**
   * @param passwordIsDefault nobody gave a password, which then is more likely the mistake than one
   *     that is wrong
   */
  FirstConnection(ConnectionFactory connections, boolean passwordIsDefault) {
    this.connections = connections;
    this.passwordIsDefault = passwordIsDefault;
  }

  /**
   * Tries once.
   *
   * @throws BrokerRefusedException if the broker does not let this user in, or not into this
   *     virtual host
   */
  @Override
  public void start() {
    running = true;
    try {
      connections.createConnection();
    } catch (AmqpException e) {
      if (causes(e).anyMatch(AuthenticationFailureException.class::isInstance)) {
        throw refused(passwordIsDefault ? NO_PASSWORD : WRONG_PASSWORD, e);
      }
      String reason = notAllowed(e).orElse(null);
      if (reason == null) {
        log.warn("The broker at {} does not answer yet ({}); waiting for it", address(), cause(e));
      } else if (reason.endsWith(LIMIT)) {
        log.warn(
            "The broker at {} does not let the user '{}' in yet ({}); waiting for it",
            address(),
            connections.getUsername(),
            reason);
      } else {
        throw refused("It may not use the virtual host '" + connections.getVirtualHost() + "'", e);
      }
    }
  }

  private BrokerRefusedException refused(String why, AmqpException cause) {
    return new BrokerRefusedException(
        "The broker at %s refuses the user '%s'. %s."
            .formatted(address(), connections.getUsername(), why),
        cause);
  }

  private String address() {
    return connections.getHost() + ":" + connections.getPort();
  }

  /** Why the broker closed the connection as one that is not allowed, in its own words. */
  private static Optional<String> notAllowed(AmqpException failure) {
    return causes(failure)
        .filter(ShutdownSignalException.class::isInstance)
        .map(signal -> ((ShutdownSignalException) signal).getReason())
        .filter(AMQP.Connection.Close.class::isInstance)
        .map(AMQP.Connection.Close.class::cast)
        .findFirst()
        .filter(reason -> reason.getReplyCode() == AMQP.NOT_ALLOWED)
        .map(AMQP.Connection.Close::getReplyText);
  }

  private static Stream<Throwable> causes(AmqpException failure) {
    return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause);
  }

  private static String cause(AmqpException failure) {
    return NestedExceptionUtils.getMostSpecificCause(failure).toString();
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}

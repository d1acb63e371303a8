package dev.warren.messaging.broker;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ShutdownSignalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpAuthenticationException;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;

/**
 * Connects before anything else starts. A broker that is not there yet is waited for, by everything
 * that needs it; one that refuses the user will go on doing so, and the service ends.
 *
 * <p>Only at the start: a running service survives refused credentials, because it may have work in
 * hand.
 *
 * @see <a href="https://www.rabbitmq.com/docs/access-control">Access control</a>
 */
final class FirstConnection implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(FirstConnection.class);

  private final ConnectionFactory connections;
  private volatile boolean running;

  FirstConnection(ConnectionFactory connections) {
    this.connections = connections;
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
    } catch (AmqpAuthenticationException e) {
      throw refused("Wrong password, or there is no such user", e);
    } catch (AmqpException e) {
      if (isForbidden(e)) {
        throw refused("It may not use the virtual host '" + connections.getVirtualHost() + "'", e);
      }
      log.warn("The broker at {} does not answer yet ({}); waiting for it", address(), reason(e));
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

  private static boolean isForbidden(AmqpException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ShutdownSignalException signal
          && signal.getReason() instanceof AMQP.Connection.Close close) {
        return close.getReplyCode() == AMQP.NOT_ALLOWED;
      }
    }
    return false;
  }

  private static String reason(AmqpException failure) {
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

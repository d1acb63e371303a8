package dev.warren.messaging.publish;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.support.RabbitExceptionTranslator;

/**
 * Opens confirm channels on the publishers' connection, which Spring keeps apart from the
 * consumers' so that a broker that throttles publishers does not hold back acknowledgements.
 *
 * @see <a
 *     href="https://docs.spring.io/spring-amqp/reference/amqp/template.html#separate-connection">Using
 *     a separate connection</a>
 */
final class ConfirmChannels {

  private final ConnectionFactory publisherConnections;
  private volatile @Nullable Watched watched;

  ConfirmChannels(ConnectionFactory connections) {
    ConnectionFactory publishers = connections.getPublisherConnectionFactory();
    this.publisherConnections = publishers != null ? publishers : connections;
    publisherConnections.addConnectionListener(this::watch);
  }

  /**
   * From its first moment on: the broker says only once that it blocks a connection, and perhaps to
   * somebody else's message.
   */
  private void watch(@Nullable Connection opened) {
    com.rabbitmq.client.Connection connection = opened == null ? null : opened.getDelegate();
    if (connection != null) {
      blockedFlagOf(connection);
    }
  }

  /**
   * Opens a channel, and the connection if there is none.
   *
   * @param exchangeMissing is run when the broker closes the channel for want of the exchange
   * @throws AmqpException when the broker cannot be reached or refuses
   */
  ConfirmChannel open(Semaphore places, Runnable exchangeMissing) {
    com.rabbitmq.client.Connection connection =
        publisherConnections.createConnection().getDelegate();
    if (connection == null) {
      throw new AmqpException("the connection is closed");
    }
    try {
      Channel channel =
          connection
              .openChannel()
              .orElseThrow(() -> new AmqpException("the connection has no channel left"));
      return confirming(channel, blockedFlagOf(connection), places, exchangeMissing);
    } catch (IOException | ShutdownSignalException e) { // the latter if it closed just now
      throw RabbitExceptionTranslator.convertRabbitAccessException(e);
    }
  }

  private static ConfirmChannel confirming(
      Channel channel, AtomicBoolean blocked, Semaphore places, Runnable exchangeMissing)
      throws IOException {
    try {
      return new ConfirmChannel(channel, blocked, places, exchangeMissing);
    } catch (IOException | RuntimeException | Error e) {
      channel.abort();
      throw e;
    }
  }

  /** The broker takes no messages, because of an alarm. */
  boolean isBlocked() {
    Watched last = watched;
    return last != null && last.blocked.get() && last.connection.isOpen();
  }

  /** A connection's channels share it. */
  private synchronized AtomicBoolean blockedFlagOf(com.rabbitmq.client.Connection connection) {
    Watched last = watched;
    if (last == null || last.connection != connection) {
      AtomicBoolean flag = new AtomicBoolean();
      connection.addBlockedListener(reason -> flag.set(true), () -> flag.set(false));
      last = new Watched(connection, flag);
      watched = last;
    }
    return last.blocked;
  }

  private record Watched(com.rabbitmq.client.Connection connection, AtomicBoolean blocked) {}
}

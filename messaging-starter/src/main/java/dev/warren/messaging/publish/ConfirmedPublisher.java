package dev.warren.messaging.publish;

import java.util.concurrent.CompletableFuture;
import org.springframework.amqp.core.Message;

/**
 * Publishes mandatory messages and waits for the broker's confirms, many at a time.
 *
 * <p>Messages to one exchange are published in the order of the calls.
 */
public interface ConfirmedPublisher {

  /**
   * Publishes a message. A broker's fault is an outcome, never an exception, and the future always
   * completes: at the latest {@code warren.publisher.confirm-timeout} (default 5 s) after the call,
   * whatever state the connection is in.
   *
   * <p>Blocks while {@code warren.publisher.max-in-flight} messages (default 1000) await their
   * confirms, which is part of that time; never for the connection. What is chained to the future
   * runs on whichever thread knows the outcome first: the connection's reading one, the one that
   * writes to it, the one that watches the deadlines, or the caller's own. It must be short and
   * must not block.
   *
   * @param exchange the exchange's name; {@code ""} is the default exchange
   * @param routingKey at most 255 bytes of UTF-8
   * @param message its {@code message_id} must be set, and unique among those in flight
   */
  CompletableFuture<PublishOutcome> publish(String exchange, String routingKey, Message message);

  /** {@link #publish} for callers that have nothing to do until the outcome is known. */
  default PublishOutcome publishAndAwait(String exchange, String routingKey, Message message) {
    return publish(exchange, routingKey, message).join();
  }
}

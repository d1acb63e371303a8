package dev.warren.messaging.publish;

import com.rabbitmq.client.AMQP.BasicProperties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes to one exchange over one confirm channel, which it opens when needed and reopens when
 * it was lost. Exchanges have a channel each, because the broker closes a channel on which somebody
 * published to an exchange that is not there, with all confirms that it owed.
 */
final class ExchangePublisher {

  private final String exchange;
  private final ConfirmChannels channels;
  private final Consumer<String> missing;
  private final long timeoutNanos;
  private final int maxInFlight;
  private final Semaphore places;
  private final ReentrantLock publishing = new ReentrantLock();
  private volatile @Nullable ConfirmChannel current;

  /**
   * @param missing is told the name of an exchange, or of a queue, that is not there; must not
   *     block
   */
  ExchangePublisher(
      String exchange,
      ConfirmChannels channels,
      PublisherProperties properties,
      Consumer<String> missing) {
    this.exchange = exchange;
    this.channels = channels;
    this.missing = missing;
    this.timeoutNanos = properties.confirmTimeout().toNanos();
    this.maxInFlight = properties.maxInFlight();
    this.places = new Semaphore(maxInFlight);
  }

  CompletableFuture<PublishOutcome> publish(
      String routingKey, BasicProperties properties, byte[] body) {
    long giveUp = System.nanoTime() + timeoutNanos;
    try {
      if (!places.tryAcquire(timeoutNanos, TimeUnit.NANOSECONDS)) {
        return notSent("too many messages await their confirms: " + maxInFlight);
      }
      if (!publishing.tryLock(giveUp - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        places.release();
        return notSent("the connection takes no more data");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return notSent("interrupted");
    }
    try {
      return publishLocked(routingKey, properties, body);
    } finally {
      publishing.unlock();
    }
  }

  private CompletableFuture<PublishOutcome> publishLocked(
      String routingKey, BasicProperties properties, byte[] body) {
    ConfirmChannel channel;
    try {
      channel = openChannel();
    } catch (RuntimeException e) { // AmqpException, and what the client throws below it
      places.release();
      return notSent("no connection to the broker: " + e.getMessage());
    }
    if (channel.isBlocked()) {
      places.release();
      return notSent("the broker blocks publishers: a memory or disk alarm is on");
    }
    long deadline = System.nanoTime() + timeoutNanos;
    CompletableFuture<PublishOutcome> outcome =
        channel.publish(exchange, routingKey, properties, body, deadline);
    return exchange.isEmpty() ? reportingMissing(routingKey, outcome) : outcome;
  }

  /** What the default exchange returns had a queue's name for its key. */
  private CompletableFuture<PublishOutcome> reportingMissing(
      String queue, CompletableFuture<PublishOutcome> outcome) {
    return outcome.whenComplete(
        (known, failure) -> {
          if (known instanceof PublishOutcome.Returned) {
            missing.accept(queue);
          }
        });
  }

  private ConfirmChannel openChannel() {
    ConfirmChannel channel = current;
    if (channel == null || !channel.isOpen()) {
      channel = channels.open(places, () -> missing.accept(exchange));
      current = channel;
    }
    return channel;
  }

  void expire(long nowNanos, String reason) {
    ConfirmChannel channel = current;
    if (channel != null) {
      channel.expire(nowNanos, reason);
    }
  }

  /** How long a message has been waiting for its confirm; 0 if none waits. */
  long oldestWaitNanos(long nowNanos) {
    ConfirmChannel channel = current;
    Long deadline = channel == null ? null : channel.firstDeadlineNanos();
    return deadline == null ? 0 : timeoutNanos - (deadline - nowNanos);
  }

  int inFlight() {
    return maxInFlight - places.availablePermits();
  }

  /** Waits until nothing is in flight any more, for the confirm timeout at most, and closes. */
  void drainAndClose() throws InterruptedException {
    if (places.tryAcquire(maxInFlight, timeoutNanos, TimeUnit.NANOSECONDS)) {
      places.release(maxInFlight);
    }
    ConfirmChannel channel = current;
    if (channel != null) {
      channel.close();
    }
  }

  private static CompletableFuture<PublishOutcome> notSent(String reason) {
    return CompletableFuture.completedFuture(new PublishOutcome.NotSent(reason));
  }
}

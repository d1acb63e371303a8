package dev.warren.messaging.publish;

import com.rabbitmq.client.AMQP.BasicProperties;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes to one exchange over one confirm channel, which it opens when needed and reopens when
 * it was lost. Exchanges have a channel each, because the broker closes a channel on which somebody
 * published to an exchange that is not there, with all confirms that it owed.
 *
 * <p>A thread of its own opens and writes, since either can take as long as a broker that has
 * stopped likes: callers wait for an outcome, which has a deadline, and never for a socket.
 */
final class ExchangePublisher {

  private static final String BLOCKED =
      "the broker blocks publishers: a memory or disk alarm is on";

  private static final String STOPPED = "the service is shutting down";
  private static final Duration LONGEST_WRITE = Duration.ofSeconds(1);

  private final String exchange;
  private final ConfirmChannels channels;
  private final Consumer<String> missing;
  private final long timeoutNanos;
  private final int maxInFlight;
  private final Semaphore places;
  private final WriteBurst burst = new WriteBurst();
  private final MessageWriter writer;
  private volatile @Nullable ConfirmChannel current;
  private volatile boolean stopped;

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
    this.writer = MessageWriter.start("publish-" + exchange, this::write, burst::flush);
  }

  CompletableFuture<PublishOutcome> publish(
      String routingKey, BasicProperties properties, byte[] body) {
    if (channels.isBlocked()) {
      return notSent(BLOCKED);
    }
    long deadline = System.nanoTime() + timeoutNanos;
    try {
      if (!places.tryAcquire(timeoutNanos, TimeUnit.NANOSECONDS)) {
        return notSent("too many messages await their confirms: " + maxInFlight);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return notSent("interrupted");
    }
    PendingConfirm confirm = new PendingConfirm(properties.getMessageId(), deadline);
    writer.add(new WaitingMessage(routingKey, properties, body, confirm));
    if (stopped) { // meanwhile
      refuseAll(STOPPED);
    }
    return exchange.isEmpty() ? reportingMissing(routingKey, confirm.outcome) : confirm.outcome;
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

  private void write(WaitingMessage message) {
    if (stopped || channels.isBlocked()) {
      refuse(message, stopped ? STOPPED : BLOCKED);
      return;
    }
    ConfirmChannel channel;
    try {
      channel = openChannel();
    } catch (RuntimeException | Error e) { // AmqpException, what the client throws, no thread left
      String reason = "no connection to the broker: " + e.getMessage();
      refuse(message, reason);
      refuseAll(reason);
      return;
    }
    if (message.take()) {
      channel.publish(exchange, message, burst);
    }
  }

  private ConfirmChannel openChannel() {
    ConfirmChannel channel = current;
    if (channel == null || !channel.isOpen()) {
      if (channel != null) {
        channel.close(); // for one that could not be closed during an alarm
      }
      channel = channels.open(places, () -> missing.accept(exchange));
      current = channel;
    }
    return channel;
  }

  private void refuseAll(String reason) {
    writer.removeAll().forEach(waiting -> refuse(waiting, reason));
  }

  private void refuse(WaitingMessage message, String reason) {
    if (message.take()) {
      places.release();
      message.confirm.outcome.complete(new PublishOutcome.NotSent(reason));
    }
  }

  void expire(long nowNanos, String reason) {
    writer.removeLate(nowNanos).forEach(late -> refuse(late, "the connection takes no more data"));
    ConfirmChannel channel = current;
    if (channel != null) {
      channel.expire(nowNanos, reason);
    }
  }

  /** How long a message has been waiting, for its confirm or to be written; 0 if none waits. */
  long oldestWaitNanos(long nowNanos) {
    ConfirmChannel channel = current;
    Long sent = channel == null ? null : channel.firstDeadlineNanos();
    Long deadline = sent != null ? sent : writer.firstDeadlineNanos();
    return deadline == null ? 0 : timeoutNanos - (deadline - nowNanos);
  }

  int inFlight() {
    return maxInFlight - places.availablePermits();
  }

  /**
   * Waits until nothing is in flight any more, for the confirm timeout at most, and closes. What
   * comes after that is refused.
   */
  void drainAndClose() throws InterruptedException {
    if (places.tryAcquire(maxInFlight, timeoutNanos, TimeUnit.NANOSECONDS)) {
      places.release(maxInFlight);
    }
    stopped = true;
    writer.stop(LONGEST_WRITE);
    refuseAll(STOPPED);
    ConfirmChannel channel = current;
    if (channel != null) {
      channel.close();
    }
  }

  private static CompletableFuture<PublishOutcome> notSent(String reason) {
    return CompletableFuture.completedFuture(new PublishOutcome.NotSent(reason));
  }
}

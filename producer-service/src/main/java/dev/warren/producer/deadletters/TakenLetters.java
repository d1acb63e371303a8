package dev.warren.producer.deadletters;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.ShutdownSignalException;
import dev.warren.producer.replay.DeadLetterQueue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The letters of a queue, one after the other from the oldest on. They are consumed and not
 * acknowledged, and given back in their order at the end, all but those that were {@link #settle
 * settled}. Only {@value #WINDOW} come ahead of being looked at, each of at most the broker's
 * {@code max_message_size}.
 *
 * <p>A quorum queue hands out what was given back before what was not, and keeps the former in the
 * order in which it came back. So no fewer than {@value #KEPT_IN_ORDER} letters are taken each
 * time, if there are so many: as long as it is the same ones, their order stays what it was.
 *
 * <p>Given back by {@code basic.nack}, which RabbitMQ 4.3 does not count against a delivery limit.
 *
 * @see <a href="https://www.rabbitmq.com/docs/quorum-queues#poison-message-handling">Poison message
 *     handling</a>
 */
final class TakenLetters implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(TakenLetters.class);
  private static final int WINDOW = 50;
  private static final int KEPT_IN_ORDER = 1000;
  private static final long GLANCE_MILLIS = 50;
  private static final int GLANCES = 3;
  private static final int GIVING_BACK_GLANCES = 40;

  private final Channel channel;
  private final DeadLetterQueue queue;
  private final int total;
  private final long deadline;
  private final BlockingQueue<Delivery> arrived = new LinkedBlockingQueue<>();
  private final Deque<Long> windows = new ArrayDeque<>();
  private @Nullable String consumer;
  private long lastTag;
  private int open;
  private int openInWindow;
  private int taken;

  TakenLetters(Channel channel, DeadLetterQueue queue, Duration maxDuration) throws IOException {
    this.channel = channel;
    this.queue = queue;
    this.deadline = System.nanoTime() + maxDuration.toNanos();
    this.total = (int) Math.min(channel.messageCount(queue.name()), Integer.MAX_VALUE);
    channel.basicQos(WINDOW);
  }

  /** How many letters there were at the beginning. Those that come later are not looked at. */
  int total() {
    return total;
  }

  /** There are some that have not been looked at. */
  boolean hasMore() {
    return taken < total;
  }

  private boolean isOutOfTime() {
    return System.nanoTime() - deadline > 0;
  }

  /** The next letter; null if there is none, or no time left. */
  @Nullable Letter next() throws IOException, InterruptedException {
    if (taken == total || isOutOfTime()) {
      return null;
    }
    if (consumer == null || openInWindow == WINDOW) {
      openWindow();
    }
    for (int glance = 0; glance < GLANCES; glance++) {
      Delivery delivery = arrived.poll(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
      if (delivery != null) {
        return take(delivery);
      }
      if (channel.messageCount(queue.name()) > 0) {
        glance = 0;
      }
      if (isOutOfTime()) {
        return null;
      }
    }
    taken = total; // somebody else has the rest
    return null;
  }

  private Letter take(Delivery delivery) {
    taken++;
    open++;
    openInWindow++;
    lastTag = delivery.getEnvelope().getDeliveryTag();
    return Letter.of(queue, delivery);
  }

  /** Removes a letter from the queue, for good once {@link #flush} has returned. */
  void settle(Letter letter) throws IOException {
    channel.basicAck(letter.tag(), false);
    open--;
    if (windows.isEmpty() || letter.tag() > windows.getLast()) {
      openInWindow--;
    }
  }

  /** Returns when the broker has got all that was settled; fails if that is not known. */
  void flush() throws IOException {
    channel.messageCount(queue.name());
  }

  /** A consumer gets no more than its prefetch without acknowledging, so another one goes on. */
  private void openWindow() throws IOException {
    closeWindow();
    consumer =
        channel.basicConsume(queue.name(), (tag, delivery) -> arrived.add(delivery), tag -> {});
    openInWindow = 0;
  }

  private void closeWindow() throws IOException {
    String current = consumer;
    if (current != null) {
      channel.basicCancel(current);
      arrived.forEach(delivery -> lastTag = delivery.getEnvelope().getDeliveryTag());
      windows.add(lastTag);
      consumer = null;
    }
  }

  /** Gives back what is not settled; if the connection is lost, the broker does so by itself. */
  @Override
  public void close() {
    try {
      takeAsManyAsEver();
      closeWindow();
      open += arrived.size();
      for (long last : windows) { // one by one: their order is only sure within each
        channel.basicNack(last, true, true);
      }
      awaitReturn();
      channel.close();
    } catch (IOException | TimeoutException | ShutdownSignalException e) {
      log.debug("The letters of {} are given back by the broker", queue.name(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void takeAsManyAsEver() throws IOException, InterruptedException {
    Letter letter = taken < KEPT_IN_ORDER ? next() : null;
    while (letter != null && taken < KEPT_IN_ORDER) {
      letter = next();
    }
  }

  /** The next one to look is to see what was given back. */
  private void awaitReturn() throws IOException, InterruptedException {
    for (int glance = 0; glance < GIVING_BACK_GLANCES; glance++) {
      if (channel.messageCount(queue.name()) >= open) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
    }
  }
}

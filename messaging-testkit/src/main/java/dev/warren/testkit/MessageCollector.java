package dev.warren.testkit;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A plain consumer that keeps what it receives, for a test to take in order. */
public final class MessageCollector {

  private final BlockingQueue<ReceivedMessage> received = new LinkedBlockingQueue<>();
  private final Channel channel;
  private final String queue;

  private MessageCollector(Channel channel, String queue) {
    this.channel = channel;
    this.queue = queue;
  }

  /** Consumes the queue with automatic acknowledgement until the channel is closed. */
  public static MessageCollector consume(Channel channel, String queue) throws IOException {
    MessageCollector collector = new MessageCollector(channel, queue);
    channel.basicConsume(
        queue,
        true,
        (tag, delivery) -> collector.received.add(ReceivedMessage.from(delivery)),
        tag -> {});
    return collector;
  }

  /** Declares an exclusive, server-named queue, binds it with each of the keys, and consumes it. */
  public static MessageCollector bind(Channel channel, String exchange, String... keys)
      throws IOException {
    String queue = channel.queueDeclare().getQueue();
    for (String key : keys) {
      channel.queueBind(queue, exchange, key);
    }
    return consume(channel, queue);
  }

  /** The queue that is consumed. */
  public String queue() {
    return queue;
  }

  /** The next message, awaited within {@link Bounds#SOON}. */
  public ReceivedMessage expectOne() {
    return expect(1).get(0);
  }

  /** The next messages in their order, awaited within {@link Bounds#SOON} altogether. */
  public List<ReceivedMessage> expect(int count) {
    List<ReceivedMessage> messages = new ArrayList<>();
    long deadline = System.nanoTime() + Bounds.SOON.toNanos();
    while (messages.size() < count) {
      ReceivedMessage next = poll(deadline);
      if (next == null) {
        throw new AssertionError(
            "Expected %d messages from %s within %s but received %d: %s"
                .formatted(count, queue, Bounds.SOON, messages.size(), messages));
      }
      messages.add(next);
    }
    return messages;
  }

  /**
   * Proves that the queue holds nothing else for this consumer: a message that is sent to the queue
   * now is the next one to arrive. What was routed here before (the test has its publisher's
   * confirm, or a reply) would have come first.
   */
  public void expectNothingElse() throws IOException {
    String sentinel = "sentinel " + UUID.randomUUID();
    channel.basicPublish(
        "", queue, new BasicProperties.Builder().messageId(sentinel).build(), new byte[0]);
    ReceivedMessage next = expectOne();
    if (!sentinel.equals(next.properties().getMessageId())) {
      throw new AssertionError(
          "Expected nothing else from %s but received %s".formatted(queue, next));
    }
  }

  private @Nullable ReceivedMessage poll(long deadline) {
    try {
      return received.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + queue, e);
    }
  }
}

package dev.warren.messaging.publish;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One broker channel in confirm mode, shared by all callers. {@link #publish} must be called by one
 * thread at a time; confirms arrive on the connection's reading thread.
 */
final class ConfirmChannel {

  private static final Logger log = LoggerFactory.getLogger(ConfirmChannel.class);

  private static final Duration TIME_FOR_CONFIRMS = Duration.ofSeconds(1);

  private final Channel channel;
  private final PendingConfirms pending;
  private final AtomicBoolean blocked;
  private final Runnable exchangeMissing;
  private volatile boolean miscounted;

  ConfirmChannel(Channel channel, AtomicBoolean blocked, Semaphore places, Runnable exchangeMissing)
      throws IOException {
    this.channel = channel;
    this.exchangeMissing = exchangeMissing;
    this.blocked = blocked;
    this.pending = new PendingConfirms(places);
    channel.addConfirmListener(pending::acknowledged, pending::nacked);
    channel.addReturnListener(
        (code, text, exchange, key, properties, body) ->
            pending.returned(properties.getMessageId(), code, text));
    channel.addShutdownListener(this::closed);
    channel.confirmSelect();
  }

  /** Whether it is fit for further messages; one that is not may still have to be closed. */
  boolean isOpen() {
    return !miscounted && channel.isOpen();
  }

  boolean isBlocked() {
    return blocked.get();
  }

  /**
   * Publishes a message that holds a place, which the outcome gives back.
   *
   * @param burst with which the message is sent
   */
  void publish(String exchange, WaitingMessage message, WriteBurst burst) {
    long sequence = channel.getNextPublishSeqNo();
    pending.add(sequence, message.confirm);
    try {
      write(exchange, message, burst);
    } catch (AlreadyClosedException e) {
      pending.finish(sequence, new PublishOutcome.NotSent("the channel is closed"));
    } catch (IOException e) {
      pending.finish(sequence, new PublishOutcome.Unconfirmed("the connection broke: " + e));
    } catch (RuntimeException e) { // unencodable
      pending.finish(
          sequence, PublishOutcome.NotSent.never("not a valid message: " + e.getMessage()));
      closeMiscounted(burst);
    } catch (Error e) {
      pending.finish(sequence, new PublishOutcome.Unconfirmed("while it was written: " + e));
      closeMiscounted(burst);
      throw e;
    }
    ShutdownSignalException cause = channel.getCloseReason();
    if (cause != null) {
      giveUpAll(cause);
    }
  }

  private void write(String exchange, WaitingMessage message, WriteBurst burst) throws IOException {
    burst.enter();
    try {
      channel.basicPublish(exchange, message.routingKey, true, message.properties, message.body);
    } finally {
      burst.leave();
    }
  }

  @Nullable Long firstDeadlineNanos() {
    return pending.firstDeadlineNanos();
  }

  void expire(long nowNanos, String reason) {
    pending.expire(nowNanos, reason);
  }

  /**
   * Of the last message the client has counted what the broker has not, so further confirms would
   * be taken for those of others, and no other message may go this way, whether the channel can be
   * closed or not. The confirms that are on their way are right.
   */
  private void closeMiscounted(WriteBurst burst) {
    miscounted = true;
    burst.flush();
    try {
      pending.await(TIME_FOR_CONFIRMS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    pending.giveUpAll("the channel is given up");
    close();
  }

  /**
   * A broker that blocks the connection does not answer. What was not closed then is closed by
   * whoever puts another channel in its place, or goes with the connection.
   */
  void close() {
    if (isBlocked()) {
      return;
    }
    try {
      channel.close();
    } catch (IOException | TimeoutException | ShutdownSignalException e) {
      log.debug("Closing a publishing channel", e);
    }
  }

  private void closed(ShutdownSignalException cause) {
    if (!cause.isInitiatedByApplication()) {
      log.warn("Publishing channel closed: {}", cause.getMessage());
    }
    giveUpAll(cause);
    if (isExchangeMissing(cause)) {
      exchangeMissing.run();
    }
  }

  private void giveUpAll(ShutdownSignalException cause) {
    String reason = "the channel was closed: " + cause.getMessage();
    if (isExchangeMissing(cause)) {
      pending.giveUpAllButRefuseTheLast(reason);
    } else {
      pending.giveUpAll(reason);
    }
  }

  /** All that is asked on this channel is to publish, so nothing else can be missing. */
  private static boolean isExchangeMissing(ShutdownSignalException cause) {
    return cause.getReason() instanceof AMQP.Channel.Close close
        && close.getReplyCode() == AMQP.NOT_FOUND;
  }
}

package dev.warren.worker.workqueue;

import dev.warren.contracts.DeadLetter;
import dev.warren.contracts.WorkQueue;
import dev.warren.messaging.text.UsableId;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;

/** Reads tasks out of messages that anybody may have sent. */
final class TaskMessages {

  private static final Instant YEAR_10000 = Instant.parse("9999-12-31T23:59:59Z");

  private static final int LARGEST_COUNT = 1_000_000;

  private TaskMessages() {}

  static Task toTask(Message message) {
    MessageProperties properties = message.getMessageProperties();
    int cameBack = cameBack(properties);
    return new Task(
        id(properties.getMessageId()),
        1 + bounded(properties.getHeader(WorkQueue.RETRY_COUNT)) + cameBack,
        submittedAt(properties.getTimestamp()),
        bounded(properties.getHeader(DeadLetter.REPLAYED)),
        cameBack);
  }

  /** An id that is safe in a URL and in a log; the same one whenever the message comes again. */
  private static String id(@Nullable String messageId) {
    if (messageId == null || messageId.isEmpty()) {
      return "foreign-" + UUID.randomUUID();
    }
    return UsableId.of(messageId);
  }

  /**
   * Quorum queues count the deliveries that failed: that were rejected for later, or closed with
   * their channel. One that a stopping worker gave back by nack raises only {@code
   * x-acquired-count} (from RabbitMQ 4.3 on) and is no attempt.
   *
   * @see <a href="https://www.rabbitmq.com/docs/quorum-queues#poison-message-handling">Poison
   *     message handling</a>
   */
  private static int cameBack(MessageProperties properties) {
    if (!Boolean.TRUE.equals(properties.getRedelivered())) {
      return 0;
    }
    Object failed = properties.getHeader("x-delivery-count");
    if (failed instanceof Number) {
      return bounded(failed);
    }
    return properties.getHeader("x-acquired-count") == null ? 1 : 0;
  }

  private static int bounded(@Nullable Object count) {
    return count instanceof Number number
        ? (int) Math.max(0, Math.min(number.longValue(), LARGEST_COUNT))
        : 0;
  }

  private static @Nullable Instant submittedAt(@Nullable Date timestamp) {
    if (timestamp == null) {
      return null;
    }
    Instant sent = timestamp.toInstant();
    boolean plausible = !sent.isBefore(Instant.EPOCH) && sent.isBefore(YEAR_10000);
    return plausible ? sent : null;
  }
}

package dev.warren.messaging.publish;

import java.util.List;
import java.util.Locale;

/**
 * What is known of a published message. Only {@link Confirmed} is a promise; only {@link
 * Unconfirmed} leaves a doubt.
 *
 * @see <a href="https://www.rabbitmq.com/docs/publishers#unroutable">Unroutable messages</a>
 */
public sealed interface PublishOutcome {

  /** Every {@link #label()}. */
  List<String> LABELS = List.of("confirmed", "nacked", "returned", "unconfirmed", "not-sent");

  /** The broker has it, in every queue that it was routed to. */
  record Confirmed() implements PublishOutcome {}

  /**
   * The broker refused it: a queue is full and rejects publishes, or failed inside.
   *
   * @param reason for people
   */
  record Nacked(String reason) implements PublishOutcome {}

  /**
   * No queue was bound for it. The broker acknowledges such a message too, so this wins over the
   * confirm.
   *
   * @param replyCode AMQP reply code, 312 for NO_ROUTE
   * @param replyText the broker's text
   */
  record Returned(int replyCode, String replyText) implements PublishOutcome {}

  /**
   * Sent, and no word came back: too late, or the connection broke. The broker may have it.
   *
   * @param reason for people
   */
  record Unconfirmed(String reason) implements PublishOutcome {}

  /**
   * Certainly not kept: no connection, no such exchange, publishing blocked by an alarm, or too
   * much in flight.
   *
   * @param reason for people
   * @param never whether another attempt would end alike, because of what the message is
   */
  record NotSent(String reason, boolean never) implements PublishOutcome {

    /** Another attempt may succeed. */
    public NotSent(String reason) {
      this(reason, false);
    }

    /** The message itself cannot be sent. */
    static NotSent never(String reason) {
      return new NotSent(reason, true);
    }
  }

  /** The broker took responsibility for the message. */
  default boolean isConfirmed() {
    return this instanceof Confirmed;
  }

  /** Another attempt may succeed. After an {@link Unconfirmed} the broker may have it twice. */
  default boolean mayBeRepeated() {
    return this instanceof Unconfirmed || (this instanceof NotSent notSent && !notSent.never());
  }

  /** The outcome as one lower-case word, for answers and metric tags: {@code confirmed} … */
  default String label() {
    return this instanceof NotSent
        ? "not-sent"
        : getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}

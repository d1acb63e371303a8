package dev.warren.producer.deadletters;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.MalformedFrameException;
import com.rabbitmq.client.ShutdownSignalException;
import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import dev.warren.producer.replay.DeadLetterQueue;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

/** Why letters cannot be worked on, as problems. */
final class DeadLetterFailures {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private DeadLetterFailures() {}

  static ProblemException busy(DeadLetterQueue queue) {
    return new ProblemException(
            ProblemType.DEAD_LETTERS_BUSY, "Somebody else works on the letters of " + queue.name())
        .retryAfter(RETRY_AFTER);
  }

  static ProblemException outOfTime(String id) {
    String detail = "There are too many letters to look for " + id + " among all of them";
    return new ProblemException(ProblemType.DEAD_LETTERS_BUSY, detail).retryAfter(RETRY_AFTER);
  }

  static ProblemException lost(String detail, Exception cause) {
    return problem(ProblemType.BROKER_UNAVAILABLE, detail, cause).retryAfter(RETRY_AFTER);
  }

  static ProblemException unreadable(DeadLetterQueue queue, Exception cause) {
    return problem(
        ProblemType.DEAD_LETTER_UNREADABLE,
        queue.name() + " holds a letter that this client cannot read; the broker's own tools can",
        cause);
  }

  private static ProblemException problem(ProblemType type, String detail, Exception cause) {
    return new ProblemException(type, type.status(), detail, cause);
  }

  /** The client itself has closed the connection, for it did not understand what came. */
  static boolean isUnreadable(@Nullable ShutdownSignalException reason) {
    return reason != null
        && NestedExceptionUtils.getMostSpecificCause(reason) instanceof MalformedFrameException;
  }

  /** The broker has closed the channel with this code. */
  static boolean isClosedWith(int code, Throwable failure) {
    Throwable signal = failure instanceof ShutdownSignalException ? failure : failure.getCause();
    return signal instanceof ShutdownSignalException shutdown
        && shutdown.getReason() instanceof AMQP.Channel.Close close
        && close.getReplyCode() == code;
  }
}

package dev.warren.worker.retry;

import dev.warren.messaging.text.LogText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that came to nothing.
 *
 * @param delivery the task, as it was delivered
 * @param attempt the how manieth it was, from 1
 * @param firstAttemptAt when the first one began; null if this worker does not know
 * @param reason what to say if it was the last one
 * @param error the exception, with its class
 */
public record FailedAttempt(
    Delivery delivery, int attempt, @Nullable Instant firstAttemptAt, Reason reason, String error) {

  private static final int MAX_ERROR = 1000;

  /** The error on one line of at most 1000 characters. */
  String errorLine() {
    String line = LogText.escaped(error);
    return line.length() <= MAX_ERROR ? line : line.substring(0, MAX_ERROR - 1) + "…";
  }
}

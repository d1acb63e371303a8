package dev.warren.worker.workqueue;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An attempt was cut off at its deadline. */
final class TaskTimedOutException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param cause what came of the interruption, if anything
   */
  TaskTimedOutException(Duration limit, @Nullable Throwable cause) {
    super("not done within " + limit.toMillis() + " ms", cause);
  }
}

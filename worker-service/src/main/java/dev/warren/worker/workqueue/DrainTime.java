package dev.warren.worker.workqueue;

import dev.warren.messaging.settings.WrongSettingException;
import java.time.Duration;

/**
 * Shutdown finishes the task in hand, so it must have the time for the longest one, and for one
 * that hangs until its deadline.
 */
final class DrainTime {

  /** What shutdown needs besides the task: for the container, task events and connections. */
  static final Duration MARGIN = Duration.ofSeconds(10);

  /** The same after a deadline, which is a little later than the longest task's end. */
  static final Duration MARGIN_OF_DEADLINE = Duration.ofSeconds(8);

  private DrainTime() {}

  /**
   * Checks the settings against each other.
   *
   * @throws WrongSettingException if a shutdown could cut a task off, or a deadline one that does
   *     not hang
   */
  static void check(Duration longestTask, Duration deadline, Duration phaseTimeout) {
    require(longestTask, MARGIN, phaseTimeout, "max-task-duration", "MAX_TASK_DURATION");
    require(deadline, MARGIN_OF_DEADLINE, phaseTimeout, "task-deadline", "TASK_DEADLINE");
    if (deadline.compareTo(longestTask) <= 0) {
      throw new WrongSettingException(
          "warren.worker.task-deadline is %d s and would cut off tasks that may take %d s."
              .formatted(deadline.toSeconds(), longestTask.toSeconds()),
          "Raise WARREN_WORKER_TASK_DEADLINE or lower WARREN_WORKER_MAX_TASK_DURATION.");
    }
  }

  private static void require(
      Duration task, Duration margin, Duration phaseTimeout, String setting, String variable) {
    if (task.plus(margin).compareTo(phaseTimeout) > 0) {
      throw new WrongSettingException(
          ("warren.worker.%s is %d s, so shutdown must wait at least %d s, but"
                  + " spring.lifecycle.timeout-per-shutdown-phase is %d s.")
              .formatted(
                  setting,
                  task.toSeconds(),
                  task.plus(margin).toSeconds(),
                  phaseTimeout.toSeconds()),
          "Lower WARREN_WORKER_%s or raise WARREN_SHUTDOWN_TIMEOUT.".formatted(variable));
    }
  }
}

package dev.warren.worker.workqueue;

import java.time.Duration;

/** Shutdown finishes the task in hand, so it must have the time for the longest one. */
final class DrainTime {

  /** What shutdown needs besides the task: for the container, task events and connections. */
  static final Duration MARGIN = Duration.ofSeconds(10);

  private DrainTime() {}

  /**
   * Checks the two settings against each other.
   *
   * @throws IllegalArgumentException if a shutdown could cut a task off
   */
  static void check(Duration longestTask, Duration phaseTimeout) {
    if (longestTask.plus(MARGIN).compareTo(phaseTimeout) > 0) {
      throw new IllegalArgumentException(
          ("warren.worker.max-task-duration is %d s, so shutdown must wait at least %d s, but"
                  + " spring.lifecycle.timeout-per-shutdown-phase is %d s. Lower"
                  + " WARREN_WORKER_MAX_TASK_DURATION or raise WARREN_SHUTDOWN_TIMEOUT.")
              .formatted(
                  longestTask.toSeconds(),
                  longestTask.plus(MARGIN).toSeconds(),
                  phaseTimeout.toSeconds()));
    }
  }
}

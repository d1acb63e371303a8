package dev.warren.worker.workqueue;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.util.StringUtils;

/** Does a task's work: it takes as long as the task has dots. */
class TaskHandler {

  private final Duration dotDuration;
  private final Duration maxTaskDuration;

  /**
   * @param dotDuration how long one dot takes
   * @param maxTaskDuration how long a task takes at most, however many dots it has
   */
  TaskHandler(Duration dotDuration, Duration maxTaskDuration) {
    this.dotDuration = dotDuration;
    this.maxTaskDuration = maxTaskDuration;
  }

  /** How long a task will take. */
  Duration workIn(String text) {
    Duration asked = dotDuration.multipliedBy(StringUtils.countOccurrencesOf(text, "."));
    return asked.compareTo(maxTaskDuration) < 0 ? asked : maxTaskDuration;
  }

  /**
   * Works, and returns when the work is done.
   *
   * @throws InterruptedException if it has to stop before that
   */
  void work(String text) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(workIn(text).toNanos());
  }
}

package dev.warren.producer.taskview;

import dev.warren.contracts.TaskEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a task came to, as the event streams tell it.
 *
 * @param id the task
 * @param state what it came to by this
 * @param at when
 * @param worker whose doing it was; null if it was only sent
 * @param attempt the how manieth attempt; 0 if it was only sent
 * @param text its body, of which the first 1000 characters
 * @param error why it was given up or is queued again, likewise
 */
record TaskChange(
    String id,
    TaskState state,
    Instant at,
    @Nullable String worker,
    int attempt,
    @Nullable String text,
    @Nullable String error) {

  /** Of an event that was not {@linkplain TaskFold#isOvertaken overtaken}. */
  static TaskChange of(TaskEvent event) {
    return new TaskChange(
        event.taskId(),
        stateAfter(event.type()),
        event.at(),
        event.worker(),
        event.attempt(),
        event.text(),
        event.error());
  }

  private static TaskState stateAfter(TaskEvent.Type type) {
    return switch (type) {
      case SUBMITTED, RETRYING, REPLAYED -> TaskState.QUEUED;
      case STARTED -> TaskState.RUNNING;
      case SUCCEEDED -> TaskState.SUCCEEDED;
      case FAILED -> TaskState.FAILED;
    };
  }
}

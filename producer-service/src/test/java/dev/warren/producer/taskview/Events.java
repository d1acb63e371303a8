package dev.warren.producer.taskview;

import dev.warren.contracts.TaskEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The events of a task's life, a second apart. */
final class Events {

  static final Instant SUBMITTED = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant STARTED = SUBMITTED.plusSeconds(1);
  static final Instant FINISHED = SUBMITTED.plusSeconds(2);

  private Events() {}

  static TaskEvent submitted(String id) {
    return TaskEvent.submitted(id, "text of " + id, SUBMITTED);
  }

  static TaskEvent submitted(String id, int second) {
    return TaskEvent.submitted(id, "text of " + id, SUBMITTED.plusSeconds(second));
  }

  static TaskEvent started(String id, int attempt) {
    return worked(TaskEvent.Type.STARTED, id, attempt, "text of " + id, STARTED, null);
  }

  static TaskEvent succeeded(String id, int attempt) {
    return worked(TaskEvent.Type.SUCCEEDED, id, attempt, null, FINISHED, null);
  }

  static TaskEvent retrying(String id, int attempt) {
    return worked(TaskEvent.Type.RETRYING, id, attempt, null, FINISHED, "not yet");
  }

  static TaskEvent failed(String id, int attempt) {
    return worked(TaskEvent.Type.FAILED, id, attempt, null, FINISHED, "no luck");
  }

  static TaskEvent replayed(String id, int replays) {
    return TaskEvent.replayed(id, "text of " + id, FINISHED.plusSeconds(1), SUBMITTED, replays);
  }

  /** The same of a task that had been put back so often. */
  static TaskEvent afterReplays(int replays, TaskEvent event) {
    return new TaskEvent(
        event.type(),
        event.taskId(),
        event.text(),
        event.at(),
        event.worker(),
        event.attempt(),
        event.submittedAt(),
        event.startedAt(),
        event.error(),
        replays);
  }

  private static TaskEvent worked(
      TaskEvent.Type type,
      String id,
      int attempt,
      @Nullable String text,
      Instant at,
      @Nullable String error) {
    return new TaskEvent(type, id, text, at, "worker-" + attempt, attempt, SUBMITTED, null, error);
  }
}

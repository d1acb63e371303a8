package dev.warren.producer.taskview;

import dev.warren.contracts.TaskEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an event changes what is known of a task. Producers and workers append independently and
 * repeat themselves when in doubt, so an event may come twice, or before one that happened earlier:
 * within an attempt a task only moves forward, and only a higher attempt reopens it. A replay from
 * the dead-letter queue begins a new count of attempts, all of them higher than those before. What
 * comes too late for that still adds what it knows of the task.
 */
final class TaskFold {

  private static final Comparator<Standing> ORDER =
      Comparator.comparingInt(Standing::replays).thenComparingInt(Standing::attempt);
  private static final Comparator<TaskEvent> PROGRESS =
      Comparator.<TaskEvent, Standing>comparing(Standing::of, ORDER)
          .thenComparingInt(event -> step(event.type()));

  private TaskFold() {}

  static Task apply(@Nullable Task before, TaskEvent event) {
    Task known = before == null ? Task.unheardOf(event.taskId()) : before;
    Task informed = known.with(text(known, event), submittedAt(known, event));
    int order = ORDER.compare(Standing.of(event), Standing.of(informed));
    if (event.type() == TaskEvent.Type.SUBMITTED || order < 0) {
      return informed;
    }
    Task current =
        order > 0 ? informed.reopened(event.replays(), event.attempt(), event.worker()) : informed;
    return advanced(current, event);
  }

  /**
   * Whether an event comes too late to be a change: the task is further already, by the last one
   * that was a change. One that is not has brought the task to what it says.
   */
  static boolean isOvertaken(TaskEvent event, TaskEvent lastChange) {
    return PROGRESS.compare(event, lastChange) < 0;
  }

  private static Task advanced(Task task, TaskEvent event) {
    return switch (event.type()) {
      case SUBMITTED, REPLAYED -> task;
      case STARTED -> task.started(event.worker(), event.at());
      case RETRYING -> task.state().isFinal() ? task : task.retrying(event.worker(), event.error());
      case SUCCEEDED -> task.finished(TaskState.SUCCEEDED, event.worker(), event.at(), null);
      case FAILED ->
          task.state() == TaskState.SUCCEEDED
              ? task
              : task.finished(TaskState.FAILED, event.worker(), event.at(), event.error());
    };
  }

  /** How far it brings an attempt, as {@link #advanced} has it. */
  private static int step(TaskEvent.Type type) {
    return switch (type) {
      case SUBMITTED, REPLAYED -> 0;
      case STARTED -> 1;
      case RETRYING -> 2;
      case FAILED -> 3;
      case SUCCEEDED -> 4;
    };
  }

  private static @Nullable String text(Task known, TaskEvent event) {
    return known.text() != null ? known.text() : event.text();
  }

  /** The sender's own word is exact; what workers know of it comes in whole seconds. */
  private static @Nullable Instant submittedAt(Task known, TaskEvent event) {
    if (event.type() == TaskEvent.Type.SUBMITTED) {
      return Objects.requireNonNullElse(event.submittedAt(), event.at());
    }
    return known.submittedAt() != null ? known.submittedAt() : event.submittedAt();
  }

  /** Which attempt it is about, in the order in which attempts are made. */
  private record Standing(int replays, int attempt) {

    static Standing of(TaskEvent event) {
      return event.type() == TaskEvent.Type.SUBMITTED
          ? new Standing(0, 0)
          : new Standing(event.replays(), event.attempt());
    }

    static Standing of(Task task) {
      return new Standing(task.replays(), task.attempts());
    }
  }
}

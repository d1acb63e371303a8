package dev.warren.producer.taskview;

import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers from the view, or says why not: "unknown" is only said when the past is known. */
@Component
class TaskQueries {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final TaskView view;
  private final Replay replay;

  TaskQueries(TaskView view, Replay replay) {
    this.view = view;
    this.replay = replay;
  }

  /**
   * One task.
   *
   * @throws ProblemException 404 if there is none; 503 if there may be one in the history
   */
  Task find(String id) {
    return view.find(id).orElseThrow(() -> absent(id));
  }

  /** The newest tasks that are known, of one state or of any. */
  List<Task> newest(@Nullable TaskState state, int limit) {
    return view.newest(state, limit);
  }

  /** What one task came to, oldest first. */
  List<StreamedEvent> history(String id) {
    return view.history(id);
  }

  /** Whether nothing more is expected to be told of a task, as of one that was forgotten. */
  boolean isOver(String id) {
    return view.find(id).map(task -> task.state().isFinal()).orElse(true);
  }

  /**
   * Returns when the past is known.
   *
   * @throws ProblemException 503 otherwise
   */
  void requireHistory() {
    if (!replay.isUpToDate()) {
      throw new ProblemException(
              ProblemType.REPLAYING, "The history of tasks is still being read; ask again soon")
          .retryAfter(RETRY_AFTER);
    }
  }

  private ProblemException absent(String id) {
    requireHistory();
    return new ProblemException(
        ProblemType.NOT_FOUND, "No task has the id " + id + ", or it has been forgotten since");
  }
}

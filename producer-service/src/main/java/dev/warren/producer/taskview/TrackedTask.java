package dev.warren.producer.taskview;

import java.util.ArrayList;
import java.util.List;

/**
 * A task and the latest that the stream brought it to, which is kept without the task's texts. What
 * was heard here before the stream tells it is not in there: replicas would tell different changes.
 */
final class TrackedTask {

  private static final int MAX_HISTORY = 16;

  private final List<StreamedEvent> history = new ArrayList<>(3);
  private Task task;

  TrackedTask(Task task) {
    this.task = task;
  }

  Task task() {
    return task;
  }

  void become(Task newTask) {
    task = newTask;
  }

  /** Oldest first; none is behind the one before. */
  List<StreamedEvent> history() {
    return history.stream().map(this::withTexts).toList();
  }

  /** False if it is no change: it is known already, or comes too late. */
  boolean remember(StreamedEvent event) {
    for (StreamedEvent known : history) {
      if (event.repeats(known) || TaskFold.isOvertaken(event.event(), known.event())) {
        return false;
      }
    }
    if (history.size() == MAX_HISTORY) {
      history.remove(0);
    }
    history.add(event.telling(null, null));
    return true;
  }

  private StreamedEvent withTexts(StreamedEvent event) {
    boolean ended =
        event.event().attempt() == task.attempts() && event.event().replays() == task.replays();
    return switch (event.event().type()) {
      case SUBMITTED, STARTED, REPLAYED -> event.telling(task.text(), null);
      case SUCCEEDED -> event;
      case RETRYING, FAILED -> event.telling(null, ended ? task.error() : null);
    };
  }
}

package dev.warren.producer.taskview;

import dev.warren.contracts.TaskEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What all tasks have come to, as far as it is known here. Bounded; safe for many threads. */
final class TaskView {

  private final int maxTasks;
  private final long maxTextBytes;
  private final Map<String, TrackedTask> tasks = new HashMap<>();
  private final TasksByAge byAge = new TasksByAge();
  private long textBytes;

  TaskView(int maxTasks, long maxTextBytes) {
    this.maxTasks = maxTasks;
    this.maxTextBytes = maxTextBytes;
  }

  /** Takes events that did not come by the stream, where they will be found later. */
  synchronized void apply(List<TaskEvent> events) {
    for (TaskEvent event : events) {
      update(event);
      evict();
    }
  }

  /** Takes an event of the stream, and how it is told to others. False if it is no change. */
  synchronized boolean apply(TaskEvent event, StreamedEvent streamed) {
    TrackedTask tracked = update(event);
    boolean isChange = tracked.remember(streamed);
    evict();
    return isChange;
  }

  synchronized Optional<Task> find(String id) {
    return Optional.ofNullable(tasks.get(id)).map(TrackedTask::task);
  }

  /** The newest tasks, of one state or of any. */
  synchronized List<Task> newest(@Nullable TaskState state, int limit) {
    Stream<Task> tasks = state == null ? byAge.newestFirst() : byAge.newestFirst(state);
    return tasks.limit(limit).toList();
  }

  /** What a task came to, oldest first; the latest few changes only. */
  synchronized List<StreamedEvent> history(String id) {
    TrackedTask tracked = tasks.get(id);
    return tracked == null ? List.of() : tracked.history();
  }

  synchronized int size() {
    return tasks.size();
  }

  private TrackedTask update(TaskEvent event) {
    TrackedTask tracked = tasks.get(event.taskId());
    Task before = tracked == null ? null : tracked.task();
    Task after = TaskFold.apply(before, event);
    if (tracked == null) {
      tracked = new TrackedTask(after);
      tasks.put(after.id(), tracked);
    }
    if (!after.equals(before)) {
      forget(before);
      byAge.add(after);
      textBytes += after.textBytes();
      tracked.become(after);
    }
    return tracked;
  }

  private void evict() {
    while (byAge.size() > maxTasks || (textBytes > maxTextBytes && byAge.size() > 1)) {
      Task unwanted = byAge.leastWanted();
      forget(unwanted);
      tasks.remove(unwanted.id());
    }
  }

  private void forget(@Nullable Task task) {
    if (task != null) {
      byAge.remove(task);
      textBytes -= task.textBytes();
    }
  }
}

package dev.warren.producer.taskview;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tasks in the order of their age, those of each state apart as well: who asks for the few that
 * failed does not go through all, and the finished ones are forgotten first.
 */
final class TasksByAge {

  private record Age(Instant since, String id) {
    private static final Comparator<Age> ORDER =
        Comparator.comparing(Age::since).thenComparing(Age::id);
  }

  private final NavigableMap<Age, Task> all = new TreeMap<>(Age.ORDER);
  private final Map<TaskState, NavigableMap<Age, Task>> byState = new EnumMap<>(TaskState.class);

  void add(Task task) {
    Age age = age(task);
    all.put(age, task);
    of(task.state()).put(age, task);
  }

  void remove(Task task) {
    Age age = age(task);
    all.remove(age);
    of(task.state()).remove(age);
  }

  int size() {
    return all.size();
  }

  Stream<Task> newestFirst() {
    return all.descendingMap().values().stream();
  }

  Stream<Task> newestFirst(TaskState state) {
    return of(state).descendingMap().values().stream();
  }

  /** The oldest finished task, or else the oldest. Not to be called when empty. */
  Task leastWanted() {
    return byState.entrySet().stream()
        .filter(tasks -> tasks.getKey().isFinal() && !tasks.getValue().isEmpty())
        .map(tasks -> tasks.getValue().firstEntry())
        .min(Map.Entry.comparingByKey(Age.ORDER))
        .orElseGet(all::firstEntry)
        .getValue();
  }

  private NavigableMap<Age, Task> of(TaskState state) {
    return byState.computeIfAbsent(state, unknown -> new TreeMap<>(Age.ORDER));
  }

  private static Age age(Task task) {
    return new Age(task.since(), task.id());
  }
}

package dev.warren.producer.taskview;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Tasks in the order of their age, the finished ones apart as well: they are forgotten first. */
final class TasksByAge {

  private record Age(Instant since, String id) {
    private static final Comparator<Age> ORDER =
        Comparator.comparing(Age::since).thenComparing(Age::id);
  }

  private final NavigableMap<Age, Task> all = new TreeMap<>(Age.ORDER);
  private final NavigableMap<Age, Task> finished = new TreeMap<>(Age.ORDER);

  void add(Task task) {
    all.put(age(task), task);
    if (task.state().isFinal()) {
      finished.put(age(task), task);
    }
  }

  void remove(Task task) {
    all.remove(age(task));
    finished.remove(age(task));
  }

  int size() {
    return all.size();
  }

  Stream<Task> newestFirst() {
    return all.descendingMap().values().stream();
  }

  /** The oldest finished task, or else the oldest. Not to be called when empty. */
  Task leastWanted() {
    Map.Entry<Age, Task> entry = finished.firstEntry();
    return entry != null ? entry.getValue() : all.firstEntry().getValue();
  }

  private static Age age(Task task) {
    return new Age(task.since(), task.id());
  }
}

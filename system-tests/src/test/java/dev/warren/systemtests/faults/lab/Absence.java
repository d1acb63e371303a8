package dev.warren.systemtests.faults.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * When no worker ran.
 *
 * @param downs of each worker the times in which it did not
 */
record Absence(List<List<Down>> downs) {

  /**
   * A time in which a worker did not run.
   *
   * @param from its process ended
   * @param until its next one worked
   */
  record Down(Instant from, Instant until) {

    boolean covers(Instant from, Instant until) {
      return !from.isBefore(this.from) && !until.isAfter(this.until);
    }
  }

  /** How many processes have ended. */
  int endings() {
    return downs.stream().mapToInt(List::size).sum();
  }

  /** Of a time that part in which at least one worker ran. */
  Duration without(Instant from, Instant until) {
    TreeSet<Instant> moments = new TreeSet<>(Set.of(until));
    downs.stream()
        .flatMap(Collection::stream)
        .flatMap(down -> Stream.of(down.from(), down.until()))
        .filter(moment -> moment.isAfter(from) && moment.isBefore(until))
        .forEach(moments::add);
    Duration time = Duration.ZERO;
    Instant start = from;
    for (Instant end : moments) {
      time = isAbsent(start, end) ? time : time.plus(Duration.between(start, end));
      start = end;
    }
    return time;
  }

  private boolean isAbsent(Instant from, Instant until) {
    return !downs.isEmpty()
        && downs.stream()
            .allMatch(worker -> worker.stream().anyMatch(down -> down.covers(from, until)));
  }
}

package dev.warren.systemtests.faults.lab;

import dev.warren.systemtests.suite.SuiteMember;
import java.util.List;

/** What a process tells Prometheus: lines like {@code name{tag="…"} 1.0}. */
public record Metrics(List<String> lines) {

  /** What a process tells now. */
  public static Metrics of(SuiteMember member) {
    return new Metrics(
        member
            .management()
            .get("/prometheus")
            .body()
            .lines()
            .filter(line -> !line.startsWith("#"))
            .toList());
  }

  /**
   * The sum of all series of a name that have these tags, such as {@code area="heap"}.
   *
   * @throws IllegalStateException if there is none
   */
  public double value(String name, String... tags) {
    List<String> series =
        lines.stream()
            .filter(line -> line.startsWith(name + "{"))
            .filter(line -> List.of(tags).stream().allMatch(line::contains))
            .toList();
    if (series.isEmpty()) {
      throw new IllegalStateException("there is no " + name);
    }
    return series.stream()
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}

package dev.warren.benchmarks;

import java.util.List;

/** What came back: how long each admitted request took, and how many were refused. */
final class Answers {

  private final List<Long> nanos;
  private final long refused;

  Answers(List<Long> admittedNanos, long refused) {
    this.nanos = admittedNanos.stream().sorted().toList();
    this.refused = refused;
  }

  int admitted() {
    return nanos.size();
  }

  long refused() {
    return refused;
  }

  /** The time within which so many of a hundred admitted requests had their answer. */
  long admittedNanos(int percent) {
    return nanos.get(Math.max(0, (int) Math.ceil(nanos.size() * percent / 100.0) - 1));
  }

  @Override
  public String toString() {
    return admitted() + " admitted, " + refused + " refused";
  }
}

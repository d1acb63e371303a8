package dev.warren.benchmarks;

import java.util.List;

/** What came back: how long each admitted request took, and how many were refused. */
final class Answers {

  private final List<Long> nanos;
  private final long refused;
  private final double seconds;

  /**
   * What came back.
   *
   * @param seconds how long it took to send all of them
   */
  Answers(List<Long> admittedNanos, long refused, double seconds) {
    this.nanos = admittedNanos.stream().sorted().toList();
    this.refused = refused;
    this.seconds = seconds;
  }

  int admitted() {
    return nanos.size();
  }

  long refused() {
    return refused;
  }

  double seconds() {
    return seconds;
  }

  double sentPerSecond() {
    return (admitted() + refused) / seconds;
  }

  /** The time within which so many of a hundred admitted requests had their answer. */
  long admittedNanos(int percent) {
    return nanos.get(Math.max(0, (int) Math.ceil(nanos.size() * percent / 100.0) - 1));
  }

  @Override
  public String toString() {
    return "%d admitted, %d refused, in %.0f s".formatted(admitted(), refused, seconds);
  }
}

package dev.warren.benchmarks;

/** One side of a comparison. */
@FunctionalInterface
interface Side {

  /** Runs once, from a cold start, and says how many messages a second it did. */
  double messagesPerSecond() throws Exception;
}

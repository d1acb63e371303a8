package dev.warren.benchmarks;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Two ways to do the same work.
 *
 * @param name what is compared
 * @param target the ratio to reach
 * @param warren our side
 * @param reference the side that it is measured against
 */
record Comparison(String name, double target, Side warren, Side reference) {

  boolean isNamedBy(String... words) {
    return words.length == 0 || Arrays.stream(words).anyMatch(name::contains);
  }

  /** Lets the sides take turns, so that drift of the machine hits both. */
  Ratios run(int rounds, Consumer<String> progress) throws Exception {
    Ratios ratios = new Ratios();
    for (int round = 1; round <= rounds; round++) {
      double ours = warren.messagesPerSecond();
      double theirs = reference.messagesPerSecond();
      ratios.add(ours, theirs);
      progress.accept(
          "%s, round %d: %,.0f and %,.0f per second".formatted(name, round, ours, theirs));
    }
    return ratios;
  }
}

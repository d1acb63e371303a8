package dev.warren.systemtests.faults.lab;

import java.time.Duration;

/** Watches a number go down to zero, and knows when it does not any more. */
final class Progress {

  private static final long PATIENCE_NANOS = Duration.ofMinutes(1).toNanos();

  private int least = Integer.MAX_VALUE;
  private long lessSince = System.nanoTime();

  /** Whether there is nothing left, or there has not been less for a minute. */
  boolean isOver(int left) {
    long now = System.nanoTime();
    if (left < least) {
      least = left;
      lessSince = now;
    }
    return isComplete() || now - lessSince > PATIENCE_NANOS;
  }

  boolean isComplete() {
    return least == 0;
  }
}

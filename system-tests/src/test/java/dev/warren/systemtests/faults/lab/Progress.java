package dev.warren.systemtests.faults.lab;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.IntSupplier;

/** Watches a number go down to zero, and knows when it does not any more. */
public final class Progress {

  private static final Duration LIMIT = Duration.ofMinutes(30);
  private static final Duration POLL = Duration.ofSeconds(1);

  private final long patienceNanos;
  private int least = Integer.MAX_VALUE;
  private long lessSince = System.nanoTime();

  private Progress(Duration patience) {
    this.patienceNanos = patience.toNanos();
  }

  /**
   * Returns when there is nothing left, or there has not been less for a while, and whether there
   * is nothing left.
   *
   * @param patience how long that while is
   */
  public static boolean reachesZero(IntSupplier left, Duration patience) {
    Progress progress = new Progress(patience);
    await("an end")
        .atMost(LIMIT)
        .pollInterval(POLL)
        .ignoreExceptions()
        .until(() -> progress.isOver(left.getAsInt()));
    return progress.isComplete();
  }

  private boolean isOver(int left) {
    long now = System.nanoTime();
    if (left < least) {
      least = left;
      lessSince = now;
    }
    return isComplete() || now - lessSince > patienceNanos;
  }

  private boolean isComplete() {
    return least == 0;
  }
}

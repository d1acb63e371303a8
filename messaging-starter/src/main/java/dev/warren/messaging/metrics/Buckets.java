package dev.warren.messaging.metrics;

import java.time.Duration;
import java.util.stream.LongStream;

/**
 * Upper bounds of histogram buckets. Micrometer's own percentile histogram has about seventy of
 * them, each a series for every combination of tags.
 *
 * @see <a
 *     href="https://docs.micrometer.io/micrometer/reference/concepts/histogram-quantiles.html">Histograms
 *     and percentiles</a>
 */
public final class Buckets {

  private static final Duration[] ROUND_TRIPS =
      millis(1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 5000);
  private static final Duration[] WORK =
      millis(1, 5, 25, 100, 500, 1000, 2500, 5000, 10_000, 20_000, 30_000, 60_000);
  private static final Duration[] WAITING =
      millis(100, 500, 1000, 2000, 5000, 10_000, 30_000, 60_000, 300_000, 3_600_000);

  private Buckets() {}

  /** From 1 ms to 5 s: the broker's confirms, and the replies of servers. */
  public static Duration[] roundTrips() {
    return ROUND_TRIPS.clone();
  }

  /** From 1 ms to 1 min: what handlers do. */
  public static Duration[] work() {
    return WORK.clone();
  }

  /** From 100 ms to 1 h: how long messages lie in queues. */
  public static Duration[] waiting() {
    return WAITING.clone();
  }

  private static Duration[] millis(long... bounds) {
    return LongStream.of(bounds).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
  }
}

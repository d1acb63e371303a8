package dev.warren.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Measures a side from outside, by the number of messages in its queue. */
final class DepthMeter {

  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long BOUND_NANOS = TimeUnit.MINUTES.toNanos(3);

  private final Broker broker;
  private final String queue;

  DepthMeter(Broker broker, String queue) {
    this.broker = broker;
    this.queue = queue;
  }

  /** Messages a second that arrive, over a window that opens after a warm-up. */
  double fillRate(Duration warmUp, Duration window) throws IOException, TimeoutException {
    long first = awaitDepth(0, false);
    pauseUntil(first + warmUp.toNanos());
    long start = System.nanoTime();
    int before = broker.depth(queue);
    pauseUntil(start + window.toNanos());
    int after = broker.depth(queue);
    return perSecond(after - before, System.nanoTime() - start);
  }

  /** Messages a second that leave, from when {@code high} are left until {@code low} are. */
  double drainRate(int high, int low) throws IOException, TimeoutException {
    awaitDepth(high, true);
    long start = System.nanoTime();
    int before = broker.depth(queue);
    awaitDepth(low, true);
    int after = broker.depth(queue);
    return perSecond(before - after, System.nanoTime() - start);
  }

  private long awaitDepth(int bound, boolean below) throws IOException, TimeoutException {
    long giveUp = System.nanoTime() + BOUND_NANOS;
    while (below ? broker.depth(queue) > bound : broker.depth(queue) <= bound) {
      if (System.nanoTime() - giveUp > 0) {
        throw new TimeoutException(queue + " still holds " + broker.depth(queue));
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    return System.nanoTime();
  }

  private static void pauseUntil(long nanos) {
    while (nanos - System.nanoTime() > 0) {
      LockSupport.parkNanos(nanos - System.nanoTime());
    }
  }

  private static double perSecond(int messages, long nanos) {
    return messages * (double) TimeUnit.SECONDS.toNanos(1) / nanos;
  }
}

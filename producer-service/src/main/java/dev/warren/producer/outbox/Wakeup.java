package dev.warren.producer.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes whoever waits, or keeps the next one from waiting; several calls are as good as one. */
final class Wakeup {

  private final Semaphore calls = new Semaphore(0);

  void now() {
    calls.release();
  }

  /** Returns at the first call, or when the time is over. */
  void await(Duration longest) throws InterruptedException {
    if (calls.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
      calls.drainPermits();
    }
  }
}

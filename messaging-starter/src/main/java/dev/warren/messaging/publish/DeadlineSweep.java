package dev.warren.messaging.publish;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives up what is late, every 100 ms, on a thread of its own. */
final class DeadlineSweep {

  private static final long PAUSE_MILLIS = 100;
  private static final Logger log = LoggerFactory.getLogger(DeadlineSweep.class);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread sweeper = new Thread(task, "confirm-timeouts");
            sweeper.setDaemon(true);
            return sweeper;
          });
  private final ScheduledFuture<?> sweeps;

  private DeadlineSweep(Runnable sweep) {
    this.sweeps =
        thread.scheduleWithFixedDelay(
            () -> run(sweep), PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Starts it.
   *
   * @param sweep gives up what is late. What it throws is logged, and it has its turn again
   */
  static DeadlineSweep start(Runnable sweep) {
    return new DeadlineSweep(sweep);
  }

  private static void run(Runnable sweep) {
    try {
      sweep.run();
    } catch (RuntimeException | Error e) { // it would never be run again
      log.error("Not all that is late was given up", e);
    }
  }

  /** No sweep begins any more; one that has begun is finished. */
  void stop() {
    sweeps.cancel(false);
    thread.shutdown();
  }
}

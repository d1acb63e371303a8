package dev.warren.worker.workqueue;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Cuts off attempts that take too long, by interrupting their thread. One thread watches all of
 * them, ten times a second, so that a task which is done in time pays for two entries in a set.
 *
 * <p>What does not react to interruption cannot be cut off: it goes on, and its worker waits.
 */
final class TaskDeadline implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(TaskDeadline.class);
  private static final long SWEEP_MILLIS = 100;

  private final Duration limit;
  private final Set<Run> runs = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService watchdog =
      Executors.newSingleThreadScheduledExecutor(daemons());

  TaskDeadline(Duration limit) {
    this.limit = limit;
  }

  private static CustomizableThreadFactory daemons() {
    CustomizableThreadFactory factory = new CustomizableThreadFactory("task-deadline-");
    factory.setDaemon(true);
    return factory;
  }

  /** Begins to watch. */
  @SuppressWarnings("FutureReturnValueIgnored") // it does not fail
  TaskDeadline watching() {
    watchdog.scheduleWithFixedDelay(
        this::cutOffWhatIsOverdue, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    return this;
  }

  /**
   * Does something in the calling thread.
   *
   * @throws TaskTimedOutException if it was cut off, whatever came of that
   * @throws InterruptedException if somebody else interrupts the thread
   */
  void within(Work work) throws InterruptedException, TaskTimedOutException {
    Run run = new Run(Thread.currentThread(), System.nanoTime() + limit.toNanos());
    runs.add(run);
    try {
      work.run();
    } catch (Throwable e) {
      if (end(run)) {
        throw new TaskTimedOutException(limit, e);
      }
      throw e;
    }
    if (end(run)) {
      throw new TaskTimedOutException(limit, null);
    }
  }

  private boolean end(Run run) {
    runs.remove(run);
    return run.end();
  }

  private void cutOffWhatIsOverdue() {
    long now = System.nanoTime();
    runs.forEach(run -> run.cutOffIfOverdue(now));
  }

  @Override
  public void close() {
    watchdog.shutdownNow();
  }

  /** What is done. */
  @FunctionalInterface
  interface Work {
    void run() throws InterruptedException;
  }

  /** One thread's work, which is interrupted only as long as it lasts. */
  private static final class Run {

    private final Thread thread;
    private final long deadlineNanos;
    private boolean cutOff;
    private boolean ended;

    Run(Thread thread, long deadlineNanos) {
      this.thread = thread;
      this.deadlineNanos = deadlineNanos;
    }

    synchronized void cutOffIfOverdue(long nowNanos) {
      if (ended || nowNanos - deadlineNanos < 0) {
        return;
      }
      if (!cutOff) {
        log.warn("A task is cut off at its deadline");
      }
      cutOff = true;
      thread.interrupt();
    }

    /** Whether it was cut off; then nothing of the interruption remains. */
    synchronized boolean end() {
      ended = true;
      return cutOff && clearInterruption();
    }

    private static boolean clearInterruption() {
      Thread.interrupted();
      return true;
    }
  }
}

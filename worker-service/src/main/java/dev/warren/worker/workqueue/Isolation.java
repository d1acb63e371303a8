package dev.warren.worker.workqueue;

import dev.warren.worker.StopSignal;
import dev.warren.worker.retry.Verdict;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a suspect have its worker for itself: it waits until no other task runs, and they wait for
 * it. Whatever ends the process then is its doing, and it takes nobody with it.
 */
final class Isolation {

  private static final Logger log = LoggerFactory.getLogger(Isolation.class);

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final StopSignal stop;

  /**
   * @param stop gives back who came before it and whose turn comes after it. Who comes after it has
   *     a consumer that is not cancelled yet: what it gives back it gets at once again
   */
  Isolation(StopSignal stop) {
    this.stop = stop;
  }

  /** With others that do the same. */
  Verdict together(Supplier<Verdict> task) {
    return holding(lock.readLock(), () -> {}, task);
  }

  /**
   * With nobody else.
   *
   * @param first what has to be over before
   */
  Verdict alone(Waiting first, Supplier<Verdict> task) {
    return holding(lock.writeLock(), first, task);
  }

  @SuppressWarnings("InterruptedExceptionSwallowed")
  private Verdict holding(Lock lock, Waiting first, Supplier<Verdict> task) {
    boolean cameBeforeTheStop = !stop.isGiven();
    try {
      first.await();
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      log.debug("Shutdown does not wait for a task's turn"); // the flag would close the connection
      return Verdict.GIVE_BACK;
    }
    try {
      return cameBeforeTheStop && stop.isGiven() ? Verdict.GIVE_BACK : task.get();
    } finally {
      lock.unlock();
    }
  }

  /** Shutdown may interrupt it. */
  @FunctionalInterface
  interface Waiting {
    void await() throws InterruptedException;
  }
}

package dev.warren.systemtests.faults.lab;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that go on sending; each waits for its answer, and a little, before it sends again. */
public final class Load implements AutoCloseable {

  private static final int CLIENTS = 8;
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(30);

  private final ScheduledExecutorService clients =
      Executors.newScheduledThreadPool(CLIENTS, Load::thread);
  private final List<Future<?>> repeated = new ArrayList<>();
  private final AtomicInteger sending = new AtomicInteger();
  private volatile boolean paused;

  /** Adds clients, {@value #CLIENTS} at most in all. */
  public Load with(int clients, Runnable send, long pauseMillis) {
    for (int i = 0; i < clients; i++) {
      repeat(send, pauseMillis);
    }
    return this;
  }

  private void repeat(Runnable send, long pauseMillis) {
    Runnable unlessPaused =
        () -> {
          sending.incrementAndGet();
          try {
            if (!paused) {
              send.run();
            }
          } finally {
            sending.decrementAndGet();
          }
        };
    repeated.add(
        clients.scheduleWithFixedDelay(unlessPaused, 0, pauseMillis, TimeUnit.MILLISECONDS));
  }

  /** Sends nothing more until {@link #resume}; returns when the last request has its answer. */
  void pause() {
    paused = true;
    await("the last answers").atMost(LAST_ANSWERS).until(() -> sending.get() == 0);
  }

  /** Goes on. */
  void resume() {
    paused = false;
  }

  /**
   * Stops, and returns when the last request has its answer or has waited long enough for it.
   *
   * @throws IllegalStateException if a client has ended before, by a fault of its own
   */
  @Override
  public void close() {
    boolean ended = repeated.stream().anyMatch(Future::isDone);
    clients.shutdown();
    await("the last answers").atMost(LAST_ANSWERS).until(clients::isTerminated);
    if (ended) {
      throw new IllegalStateException("a client of the lab has failed");
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "load");
    thread.setDaemon(true);
    return thread;
  }
}

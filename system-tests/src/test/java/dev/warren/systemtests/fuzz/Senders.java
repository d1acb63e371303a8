package dev.warren.systemtests.fuzz;

import dev.warren.systemtests.fuzz.FuzzOptions.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** A few threads that share the cases among them. */
final class Senders {

  private static final int THREADS = 4;
  private static final int REPORT_EVERY = 1_000;

  private Senders() {}

  /** Returns when all are sent. */
  static void send(String what, Cases cases, IntConsumer send, Consumer<String> out) {
    AtomicInteger next = new AtomicInteger(cases.from());
    Runnable sender =
        () -> {
          for (int number = next.getAndIncrement();
              number < cases.to();
              number = next.getAndIncrement()) {
            send.accept(number);
            if ((number + 1) % REPORT_EVERY == 0) {
              out.accept("  %d %s".formatted(number + 1, what));
            }
          }
        };
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        all.add(threads.submit(sender));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a sender has failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }
}

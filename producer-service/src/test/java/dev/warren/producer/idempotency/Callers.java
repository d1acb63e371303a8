package dev.warren.producer.idempotency;

import dev.warren.producer.Answer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Requests that are sent while the test does something else. */
final class Callers {

  private Callers() {}

  /** Sends so many as nearly at the same time as can be, and waits for all answers. */
  static List<Answer> atOnce(int count, IntFunction<Answer> request) {
    CyclicBarrier ready = new CyclicBarrier(count);
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<CompletableFuture<Answer>> answers =
          IntStream.range(0, count)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> {
                            await(ready);
                            return request.apply(i);
                          },
                          threads))
              .toList();
      return answers.stream().map(CompletableFuture::join).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  static CompletableFuture<Answer> begin(Supplier<Answer> request) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Thread caller = new Thread(() -> answer.completeAsync(request, Runnable::run), "caller");
    caller.setDaemon(true);
    caller.start();
    return answer;
  }

  private static void await(CyclicBarrier ready) {
    try {
      ready.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("the other callers are late", e);
    }
  }
}

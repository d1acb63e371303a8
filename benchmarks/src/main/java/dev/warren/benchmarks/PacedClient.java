package dev.warren.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Posts the same task at a given rate, with so many requests open at most. A request that is sent
 * late, because all of them are, has waited since it was due.
 */
final class PacedClient implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** No more than the backlog of a server, whose overflow the kernel answers. */
  private static final int CONNECTIONS = 100;

  private final Semaphore connections = new Semaphore(CONNECTIONS);
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(threads).build();
  private final HttpRequest request;

  PacedClient(URI endpoint, String text) {
    this.request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "text/plain")
            .timeout(LIMIT)
            .POST(BodyPublishers.ofString(text))
            .build();
  }

  /**
   * Sends so many requests a second for a while, and waits for the last answer.
   *
   * @throws IOException if one was answered with anything but 202 and 429, or not at all
   */
  Answers send(int perSecond, Duration time) throws IOException, InterruptedException {
    Tally tally = new Tally();
    List<CompletableFuture<Void>> open = new ArrayList<>();
    long count = time.toSeconds() * perSecond;
    long start = System.nanoTime();
    for (long i = 0; i < count; i++) {
      long due = start + i * 1_000_000_000 / perSecond;
      while (due - System.nanoTime() > 0) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      connections.acquire();
      open.add(
          http.sendAsync(request, BodyHandlers.discarding())
              .handle((response, failure) -> answered(tally, response, failure, due)));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    open.forEach(CompletableFuture::join);
    return tally.answers(seconds);
  }

  private @Nullable Void answered(
      Tally tally, @Nullable HttpResponse<Void> response, @Nullable Throwable failure, long due) {
    connections.release();
    return tally.add(response, failure, due);
  }

  @Override
  public void close() {
    threads.shutdown();
  }

  private static final class Tally {

    private final Queue<Long> admitted = new ConcurrentLinkedQueue<>();
    private final AtomicLong refused = new AtomicLong();
    private final Queue<String> other = new ConcurrentLinkedQueue<>();

    /** Either there is a response or a failure. */
    @Nullable Void add(
        @Nullable HttpResponse<Void> response, @Nullable Throwable failure, long due) {
      switch (response == null ? 0 : response.statusCode()) {
        case 202 -> admitted.add(System.nanoTime() - due);
        case 429 -> refused.incrementAndGet();
        default -> other.add(String.valueOf(response == null ? failure : response));
      }
      return null;
    }

    Answers answers(double seconds) throws IOException {
      if (!other.isEmpty()) {
        throw new IOException(
            other.size() + " requests were answered wrongly or not at all: " + other.peek());
      }
      return new Answers(admitted.stream().toList(), refused.get(), seconds);
    }
  }
}

package dev.warren.benchmarks;

import dev.warren.contracts.WorkQueue;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/**
 * How long 95 of 100 admitted {@code POST /api/tasks} wait at most for their answer while ten times
 * as many are sent as the rate limit lets in, against the same when just as many are sent as it
 * lets in.
 *
 * <p>As a rate, so that more is better here too: how many requests a second one caller gets
 * answered who sends the next when it has the answer to the last.
 */
record Flood(Broker broker) {

  private static final int PERCENT = 95;
  private static final int CAPACITY = 50;
  private static final int TIMES = 10;
  private static final Duration WARM_UP = Duration.ofSeconds(60);
  private static final Duration LEAD_IN = Duration.ofSeconds(5);
  private static final Duration WINDOW = Duration.ofSeconds(20);
  private static final int MEGABYTE = 1024 * 1024;
  private static final int HEAP_GROWTH_MEGABYTES = 24;

  Comparison comparison() {
    return new Comparison(
        "admitted in a flood / without one",
        0.5,
        () -> rate(CAPACITY * TIMES),
        () -> rate(CAPACITY * 9 / 10)); // just below the limit, so that none is refused
  }

  private double rate(int sentPerSecond) throws Exception {
    broker.purge(WorkQueue.QUEUE);
    Map<String, String> settings = Map.of("WARREN_RATE_LIMIT", String.valueOf(CAPACITY));
    try (Service producer = Service.start("producer-service", settings).awaitReady();
        PacedClient client = new PacedClient(producer.uri("/api/tasks"), "x".repeat(100))) {
      client.send(CAPACITY * TIMES, WARM_UP); // both sides, so that both run compiled code
      long before = producer.heapAfterCollection();
      client.send(sentPerSecond, LEAD_IN); // takes what the limit lets through at once after a rest
      Answers answers = client.send(sentPerSecond, WINDOW);
      requireAsExpected(answers, sentPerSecond);
      requireFlat(before, producer.heapAfterCollection());
      return 1e9 / answers.admittedNanos(PERCENT);
    } finally {
      broker.purge(WorkQueue.QUEUE);
    }
  }

  /** A flood that was let in, or did not take place, would prove nothing. */
  private static void requireAsExpected(Answers answers, int sentPerSecond) throws IOException {
    double fair = CAPACITY * answers.seconds();
    if (answers.sentPerSecond() < sentPerSecond * 0.8
        || answers.admitted() < Math.min(fair, answers.seconds() * sentPerSecond) * 0.8
        || answers.admitted() > fair + 3 * CAPACITY) {
      throw new IOException(
          "not the %d a second that were meant: %s".formatted(sentPerSecond, answers));
    }
  }

  private static void requireFlat(long before, long after) throws IOException {
    if (after - before > (long) HEAP_GROWTH_MEGABYTES * MEGABYTE) {
      throw new IOException(
          "the heap grew from %d to %d MiB".formatted(before / MEGABYTE, after / MEGABYTE));
    }
  }
}

package dev.warren.systemtests.faults.lab;

import dev.warren.systemtests.faults.ledger.Answered;
import dev.warren.systemtests.faults.ledger.Ledger;
import dev.warren.systemtests.faults.ledger.Request;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks for one Fibonacci number after the other, waits, and enters what came. Each call has another
 * number, so that a reply to somebody else's is seen.
 */
public final class CallClient {

  /** The detail of an answer that is not the number. */
  static final String WRONG = "200 wrong";

  private static final String PATH = "/api/fib/%d?timeout=%dms";

  /** The last number that a {@code long} holds is the 92nd. */
  private static final int NUMBERS = 92;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Http http = new Http();
  private final URI producer;
  private final Ledger ledger;
  private final Duration deadline;
  private final AtomicInteger calls = new AtomicInteger();

  /**
   * @param deadline what each caller allows
   */
  public CallClient(URI producer, Ledger ledger, Duration deadline) {
    this.producer = producer;
    this.ledger = ledger;
    this.deadline = deadline;
  }

  public void call() {
    String token = ledger.nextToken();
    int n = 1 + calls.getAndIncrement() % NUMBERS;
    String path = PATH.formatted(n, deadline.toMillis());
    Instant sentAt = Instant.now();
    Reply reply =
        http.send(
            HttpRequest.newBuilder(producer.resolve(path)).timeout(PATIENCE),
            response -> read(response, n));
    ledger.add(new Request(token, sentAt, Instant.now(), reply.answered(), reply.detail()));
  }

  private static Reply read(HttpResponse<String> response, int n) {
    if (response.statusCode() != 200) {
      return Reply.of(response.statusCode(), response.body());
    }
    boolean right = response.body().contains("\"value\":\"" + fibonacci(n) + "\"");
    return right
        ? new Reply(Answered.ACKNOWLEDGED, "200", response.body())
        : new Reply(Answered.FAILED, WRONG, response.body());
  }

  private static long fibonacci(int n) {
    long number = 0;
    long next = 1;
    for (int i = 0; i < n; i++) {
      long sum = number + next;
      number = next;
      next = sum;
    }
    return number;
  }
}

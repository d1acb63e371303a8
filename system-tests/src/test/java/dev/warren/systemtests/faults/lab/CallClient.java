package dev.warren.systemtests.faults.lab;

import dev.warren.systemtests.faults.ledger.Answered;
import dev.warren.systemtests.faults.ledger.Ledger;
import dev.warren.systemtests.faults.ledger.Request;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** Asks for a Fibonacci number, waits, and enters what came. */
public final class CallClient {

  /** The detail of an answer that is not the number. */
  static final String WRONG = "200 wrong";

  private static final String PATH = "/api/fib/30?timeout=%dms";
  private static final String ANSWER = "832040";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Http http = new Http();
  private final URI producer;
  private final Ledger ledger;
  private final String path;

  /**
   * @param deadline what each caller allows
   */
  public CallClient(URI producer, Ledger ledger, Duration deadline) {
    this.producer = producer;
    this.ledger = ledger;
    this.path = PATH.formatted(deadline.toMillis());
  }

  public void call() {
    String token = ledger.nextToken();
    Instant sentAt = Instant.now();
    Reply reply =
        http.send(
            HttpRequest.newBuilder(producer.resolve(path)).timeout(PATIENCE), CallClient::read);
    ledger.add(new Request(token, sentAt, Instant.now(), reply.answered(), reply.detail()));
  }

  private static Reply read(HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      return Reply.of(response.statusCode(), response.body());
    }
    boolean right = response.body().matches(".*\\b" + ANSWER + "\\b.*");
    return right
        ? new Reply(Answered.ACKNOWLEDGED, "200", response.body())
        : new Reply(Answered.FAILED, WRONG, response.body());
  }
}

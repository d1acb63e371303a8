package dev.warren.systemtests.faults.lab;

import dev.warren.systemtests.faults.ledger.Answered;
import dev.warren.systemtests.faults.ledger.Ledger;
import dev.warren.systemtests.faults.ledger.Request;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** Places orders, never the same one twice, and enters every answer. */
public final class OrderClient {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Http http = new Http();
  private final URI producer;
  private final Ledger ledger;

  public OrderClient(URI producer, Ledger ledger) {
    this.producer = producer;
    this.ledger = ledger;
  }

  /** Orders one piece of what no other order has. */
  public void place() {
    String token = ledger.nextToken();
    Instant sentAt = Instant.now();
    Reply reply =
        http.send(
            HttpRequest.newBuilder(producer.resolve("/api/orders"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"item\":\"%s\",\"quantity\":1}".formatted(token))),
            OrderClient::read);
    ledger.add(new Request(token, sentAt, Instant.now(), reply.answered(), reply.detail()));
  }

  /** When a commit gets no answer from the database, the order may be there or not. */
  private static Reply read(HttpResponse<String> response) {
    if (response.statusCode() == 201) {
      return new Reply(Answered.ACKNOWLEDGED, "201", response.body());
    }
    Reply reply = Reply.of(response.statusCode(), response.body());
    return reply.detail().endsWith(" database-unavailable")
        ? new Reply(Answered.UNKNOWN, reply.detail(), reply.body())
        : reply;
  }
}

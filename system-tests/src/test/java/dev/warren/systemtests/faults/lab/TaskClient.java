package dev.warren.systemtests.faults.lab;

import dev.warren.systemtests.faults.ledger.Answered;
import dev.warren.systemtests.faults.ledger.Ledger;
import dev.warren.systemtests.faults.ledger.Request;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sends tasks as a client that never asks twice, and enters every answer. A client that sent a task
 * again when it got no answer would hide what became of the first one.
 */
public final class TaskClient {

  /** Longer than the producer takes to give up on a confirm, which is 5 s. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Http http = new Http();
  private final URI producer;
  private final Ledger ledger;
  private final String work;

  /**
   * @param producer where tasks are sent
   * @param ledger where the answers go
   * @param work what follows the token in each text: dots
   */
  public TaskClient(URI producer, Ledger ledger, String work) {
    this.producer = producer;
    this.ledger = ledger;
    this.work = work;
  }

  /** Sends one task in a request. */
  public void sendOne() {
    String token = ledger.nextToken();
    Instant sentAt = Instant.now();
    Reply reply = post("/api/tasks", json(token));
    ledger.add(entry(token, sentAt, reply.answered(), reply.detail()));
  }

  /**
   * Sends one that a worker cannot do.
   *
   * @param simulate what is to go wrong with it, as JSON
   */
  void sendDoomed(String simulate) {
    String token = ledger.nextDoomedToken();
    Instant sentAt = Instant.now();
    Reply reply =
        post("/api/tasks", "{\"text\":\"%s\",\"simulate\":%s}".formatted(token, simulate));
    ledger.add(entry(token, sentAt, reply.answered(), reply.detail()));
  }

  /** Sends many tasks in a request. */
  void sendBulk(int size) {
    List<String> tokens = Stream.generate(ledger::nextToken).limit(size).toList();
    Instant sentAt = Instant.now();
    Reply reply =
        post(
            "/api/tasks/bulk",
            tokens.stream().map(this::json).collect(Collectors.joining(",", "[", "]")));
    List<String> outcomes = reply.itemOutcomes();
    if (outcomes.size() == size) {
      for (int i = 0; i < size; i++) {
        String outcome = outcomes.get(i);
        ledger.add(entry(tokens.get(i), sentAt, Reply.answeredBy(outcome), outcome));
      }
    } else {
      tokens.forEach(token -> ledger.add(entry(token, sentAt, reply.answered(), reply.detail())));
    }
  }

  private String json(String token) {
    return "{\"text\":\"%s%s\"}".formatted(token, work);
  }

  private static Request entry(String token, Instant sentAt, Answered answered, String detail) {
    return new Request(token, sentAt, Instant.now(), answered, detail);
  }

  private Reply post(String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(producer.resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    return http.send(request, response -> Reply.of(response.statusCode(), response.body()));
  }
}

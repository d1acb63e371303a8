package dev.warren.systemtests.fuzz.work;

import dev.warren.systemtests.faults.ledger.Answered;
import dev.warren.systemtests.faults.ledger.Ledger;
import dev.warren.systemtests.faults.ledger.Request;
import dev.warren.systemtests.suite.Answer;
import dev.warren.systemtests.suite.RestClient;
import java.time.Instant;

/** Sends logs to everybody who listens, and enters every answer. */
final class LogClient {

  private final RestClient producer;
  private final Ledger ledger;

  LogClient(RestClient producer, Ledger ledger) {
    this.producer = producer;
    this.ledger = ledger;
  }

  void send() {
    String token = ledger.nextToken();
    Instant sentAt = Instant.now();
    try {
      Answer answer = producer.postJson("/api/logs", "{\"text\":\"%s\"}".formatted(token));
      boolean isTaken = answer.status() == 202;
      enter(token, sentAt, isTaken ? Answered.ACKNOWLEDGED : Answered.FAILED, answer.status() + "");
    } catch (IllegalStateException e) {
      enter(token, sentAt, Answered.UNKNOWN, "no answer");
    }
  }

  private void enter(String token, Instant sentAt, Answered answered, String detail) {
    ledger.add(new Request(token, sentAt, Instant.now(), answered, detail));
  }
}

package dev.warren.systemtests.faults.ledger;

import java.time.Duration;
import java.time.Instant;

/**
 * A task that was sent, and the answer.
 *
 * @param token the word in its text by which it is known everywhere; no two requests have the same
 * @param sentAt when the request left
 * @param answeredAt when the answer came, or was waited for no longer
 * @param answered what the answer was
 * @param detail the status and the type of the problem, or what went wrong
 */
public record Request(
    String token, Instant sentAt, Instant answeredAt, Answered answered, String detail) {

  /** How long the sender waited. */
  public Duration waited() {
    return Duration.between(sentAt, answeredAt);
  }
}

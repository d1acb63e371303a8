package dev.warren.systemtests.faults.ledger;

import java.time.Instant;

/**
 * Something that became of a task, as seen from outside.
 *
 * @param token the word by which the task is known
 * @param kind what it was
 * @param where the worker or queue
 * @param at when
 */
public record Effect(String token, Kind kind, String where, Instant at) {

  /** What can become of a task. */
  public enum Kind {
    /** A worker has said that its work is done. */
    DONE,
    /** It is in the dead-letter queue. */
    DEAD
  }
}

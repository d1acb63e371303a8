package dev.warren.systemtests.faults.ledger;

/** What its sender knows of a task. */
public enum Answered {
  /** Answered with {@code 202}: the suite has promised that it is done or dead-lettered. */
  ACKNOWLEDGED,
  /** Answered with a problem that says it was not kept, or never sent: it must not be done. */
  FAILED,
  /** No answer, or one that says that nobody knows: it may be done or not. */
  UNKNOWN
}

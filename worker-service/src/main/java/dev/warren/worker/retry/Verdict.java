package dev.warren.worker.retry;

/** What the broker is told of a delivery. */
public enum Verdict {
  /** It is dealt with: acknowledged. */
  ACKNOWLEDGE,
  /** Nothing came of it, and it is nobody's fault: back into the queue, not counted. */
  GIVE_BACK,
  /** An attempt failed: back into the queue, counted and, if the queue does so, held back. */
  TRY_LATER,
  /** To the dead-letter queue, by the queue's policy. */
  REJECT
}

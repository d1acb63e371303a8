package dev.warren.messaging.listen;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of a delivered message. The container knows by what a listener throws; one that
 * acknowledges by itself, or published the message elsewhere before it returned, reports it.
 */
public enum ListenerOutcome {
  /** Handled. */
  DONE,
  /** In the dead-letter queue without an attempt, because of what it is; or rejected to it. */
  REJECTED,
  /** Back in its queue: given back, or its acknowledgement was lost with the channel. */
  REQUEUED,
  /** An attempt failed, and another one is arranged for. */
  RETRIED,
  /** The last attempt failed: it is in the dead-letter queue. */
  DEAD_LETTERED,
  /** In a queue of its own, because its consumers died. */
  SET_ASIDE;

  private static final ThreadLocal<@Nullable ListenerOutcome> REPORTED = new ThreadLocal<>();

  /** Reports it of the message that the calling thread's listener has in hand. */
  public void report() {
    REPORTED.set(this);
  }

  /** What was reported, once; otherwise the given one. */
  static ListenerOutcome takeOr(ListenerOutcome other) {
    ListenerOutcome reported = REPORTED.get();
    if (reported == null) {
      return other;
    }
    REPORTED.remove();
    return reported;
  }

  /** As a metric's tag: {@code dead-lettered}. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

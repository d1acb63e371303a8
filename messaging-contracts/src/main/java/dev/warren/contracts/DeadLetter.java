package dev.warren.contracts;

/**
 * Headers of what was given up. A worker that gives up a message sets them on the copy that it puts
 * into the dead-letter queue, and keeps the body and all other properties. What the broker
 * dead-letters by itself has the broker's headers only, {@code x-first-death-reason} and others.
 *
 * @see <a href="https://www.rabbitmq.com/docs/dlx#effects">Effects of dead-lettering</a>
 */
public final class DeadLetter {

  /** Why: {@code failed}, {@code rejected} or {@code timed-out}. */
  public static final String REASON = "x-warren-reason";

  /** The last attempt's exception, class and message on one line of at most 1000 characters. */
  public static final String EXCEPTION = "x-warren-exception";

  /** How many attempts were made; an integer. */
  public static final String ATTEMPTS = "x-warren-attempts";

  /** Who made the last one. */
  public static final String WORKER = "x-warren-worker";

  /** When the first one began, in milliseconds since 1970; a long. */
  public static final String FIRST_ATTEMPT_AT = "x-warren-first-attempt-at";

  /** When the last one ended, in milliseconds since 1970; a long. */
  public static final String FAILED_AT = "x-warren-failed-at";

  /**
   * How often a message was put back into its queue from a dead-letter queue; an integer. Its
   * attempts are counted anew each time, so that whoever tells of them has to tell this as well.
   */
  public static final String REPLAYED = "x-warren-replayed";

  private DeadLetter() {}
}

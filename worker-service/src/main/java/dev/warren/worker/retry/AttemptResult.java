package dev.warren.worker.retry;

import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended.
 *
 * @param failure present if it failed
 */
public record AttemptResult(End end, @Nullable FailedAttempt failure) {

  /** The work is done. */
  public static final AttemptResult DONE = new AttemptResult(End.DONE, null);

  /** Shutdown did not wait for it. */
  public static final AttemptResult INTERRUPTED = new AttemptResult(End.INTERRUPTED, null);

  /** The ways in which one can end. */
  public enum End {
    DONE,
    INTERRUPTED,
    FAILED
  }

  /** It failed. */
  public static AttemptResult failed(FailedAttempt failure) {
    return new AttemptResult(End.FAILED, failure);
  }
}

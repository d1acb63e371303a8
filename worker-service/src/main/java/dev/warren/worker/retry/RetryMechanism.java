package dev.warren.worker.retry;

import java.util.function.IntFunction;

/** A way of trying a failed task again. */
public interface RetryMechanism {

  /** Which one it is. */
  Mechanism mechanism();

  /**
   * Makes an attempt now; the mechanism that blocks makes all that a task has.
   *
   * @param number the how manieth attempt the first of them is
   * @param attempts makes the attempt of a number
   */
  default AttemptResult attempt(int number, IntFunction<AttemptResult> attempts) {
    return attempts.apply(number);
  }

  /** Arranges for the next attempt of a task that has one, and tells what to do with this one. */
  Verdict postpone(FailedAttempt failed);
}

package dev.warren.worker.retry;

import java.util.Locale;

/** Why a task was given up. */
public enum Reason {
  /** Its attempts failed, or were lost with the workers that made them. */
  FAILED,
  /** It is not worth an attempt. */
  REJECTED,
  /** Its last attempt took too long. */
  TIMED_OUT;

  /** As in the header {@code x-warren-reason}: {@code timed-out}. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

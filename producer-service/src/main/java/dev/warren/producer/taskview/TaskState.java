package dev.warren.producer.taskview;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.warren.messaging.web.ProblemException;
import java.util.Locale;

/** How far a task has come. Written in lower case. */
enum TaskState {
  /** The broker has it; no worker has begun, or the last attempt failed and there is another. */
  QUEUED,
  /** A worker is on it, or was when it was last heard of. */
  RUNNING,
  /** Its work is done. */
  SUCCEEDED,
  /** It was given up and is in the dead-letter queue. */
  FAILED;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Nothing more is expected to happen, though a further attempt would reopen it. */
  boolean isFinal() {
    return this == SUCCEEDED || this == FAILED;
  }

  /**
   * Reads a state as the API writes it.
   *
   * @throws ProblemException 400, for any other text
   */
  static TaskState parse(String text) {
    for (TaskState state : values()) {
      if (state.toString().equals(text)) {
        return state;
      }
    }
    throw ProblemException.invalid("state", "must be one of queued, running, succeeded, failed");
  }
}

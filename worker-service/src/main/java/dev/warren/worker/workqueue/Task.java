package dev.warren.worker.workqueue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery of a task.
 *
 * @param id its {@code message_id}, or one made for it
 * @param attempt the how manieth attempt this is, as far as the message and the broker tell
 * @param submittedAt its {@code timestamp}
 * @param replays how often it was put back from the dead-letter queue
 * @param cameBack how often it came back to the queue that it was delivered from: rejected for
 *     later, or from a worker that died
 */
record Task(String id, int attempt, @Nullable Instant submittedAt, int replays, int cameBack) {

  /** Another attempt of the same delivery. */
  Task at(int otherAttempt) {
    return otherAttempt == attempt
        ? this
        : new Task(id, otherAttempt, submittedAt, replays, cameBack);
  }
}

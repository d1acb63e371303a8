package dev.warren.worker.workqueue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery of a task.
 *
 * @param id its {@code message_id}, or one made for it
 * @param attempt the how manieth attempt this is, as far as the broker tells
 * @param submittedAt its {@code timestamp}
 * @param replays how often it was put back from the dead-letter queue
 */
record Task(String id, int attempt, @Nullable Instant submittedAt, int replays) {}

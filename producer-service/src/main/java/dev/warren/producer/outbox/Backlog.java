package dev.warren.producer.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What waits in the outbox.
 *
 * @param pending how many messages
 * @param oldest when the oldest of them was written; null if none waits
 */
record Backlog(long pending, @Nullable Instant oldest) {}

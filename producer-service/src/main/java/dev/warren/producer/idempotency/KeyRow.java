package dev.warren.producer.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * A key that was sent before.
 *
 * @param fingerprint of the request that it came with
 * @param messageId the id of what that sends
 * @param attempts how often it was begun
 * @param answer null if it is in hand, or may be tried again
 */
record KeyRow(String fingerprint, String messageId, int attempts, @Nullable StoredAnswer answer) {}

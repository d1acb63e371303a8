package dev.warren.producer.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right to do a request, or what was answered to it before.
 *
 * @param keyHash the key
 * @param messageId the id of what it sends, the same in all attempts
 * @param attempt which one, counted from 1
 * @param answer null if the request is to be done
 */
record Claim(String keyHash, String messageId, int attempt, @Nullable StoredAnswer answer) {

  boolean isFirst() {
    return attempt == 1;
  }

  /** The id of the message that the request sends after so many others. */
  String id(int others) {
    return others == 0
        ? messageId
        : UUID.nameUUIDFromBytes((messageId + "/" + others).getBytes(StandardCharsets.UTF_8))
            .toString();
  }
}

package dev.warren.producer.outbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order, and whether the others have been told of it.
 *
 * @param event whether the message that tells of it has been published
 * @param lastOutcome why it has not, if that was tried: {@code returned} if no queue took it
 */
record Order(
    String id,
    String item,
    int quantity,
    Instant placedAt,
    Event event,
    @Nullable String lastOutcome) {

  /** How far the message is. */
  enum Event {
    /** It is in the outbox. */
    @JsonProperty("pending")
    PENDING,
    /** The broker has confirmed it. */
    @JsonProperty("published")
    PUBLISHED
  }
}

package dev.warren.producer.publishing;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A message that the broker has.
 *
 * @param id its {@code message_id}
 * @param outcome always {@code confirmed}; anything else is a problem
 */
public record Publication(String id, @Schema(example = "confirmed") String outcome) {

  static Publication confirmed(String id) {
    return new Publication(id, "confirmed");
  }
}

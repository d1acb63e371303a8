package dev.warren.producer.publishing;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A log message that was handed to an exchange.
 *
 * @param id its {@code message_id}
 * @param outcome {@code confirmed}, or {@code unroutable} if nobody listened
 * @param routed whether at least one queue took it
 * @param exchange where it was published
 * @param routingKey with which key
 */
public record LogPublication(
    String id,
    @Schema(example = "confirmed") String outcome,
    boolean routed,
    String exchange,
    String routingKey) {}

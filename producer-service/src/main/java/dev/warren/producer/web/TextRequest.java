package dev.warren.producer.web;

import dev.warren.messaging.web.MessageText;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A text to send.
 *
 * @param text the message's body; not empty
 */
public record TextRequest(@MessageText @Schema(example = "Hello World!") String text) {}

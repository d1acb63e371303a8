package dev.warren.producer.topics;

import dev.warren.messaging.web.MessageText;
import dev.warren.messaging.web.RoutingKey;
import dev.warren.messaging.web.StringUnlessAbsent;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A log message with its topic.
 *
 * @param routingKey words with dots between them; may be empty. Default is {@code anonymous.info}.
 * @param text the message's body; not empty
 */
record TopicLogRequest(
    @RoutingKey
        @JsonDeserialize(using = StringUnlessAbsent.class)
        @Schema(example = "kern.critical")
        @Nullable String routingKey,
    @MessageText @Schema(example = "A critical kernel error") String text) {

  static final String DEFAULT_KEY = "anonymous.info";

  String routingKeyOrDefault() {
    return routingKey == null ? DEFAULT_KEY : routingKey;
  }
}

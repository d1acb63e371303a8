package dev.warren.producer.routing;

import dev.warren.messaging.web.MessageText;
import dev.warren.messaging.web.RoutingKey;
import dev.warren.messaging.web.StringUnlessAbsent;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A log message with its severity.
 *
 * @param severity the routing key; any word. Default is {@code info}.
 * @param text the message's body; not empty
 */
record DirectLogRequest(
    @RoutingKey
        @Size(min = 1, message = "must not be empty")
        @JsonDeserialize(using = StringUnlessAbsent.class)
        @Schema(example = "error")
        @Nullable String severity,
    @MessageText @Schema(example = "Run. Run. Or it will explode.") String text) {

  static final String DEFAULT_SEVERITY = "info";

  String severityOrDefault() {
    return severity == null ? DEFAULT_SEVERITY : severity;
  }
}

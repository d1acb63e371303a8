package dev.warren.producer.headers;

import dev.warren.messaging.web.MessageText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.Map;

/**
 * A log message with its headers.
 *
 * @param headers what subscribers choose by: texts, numbers and booleans; see {@link
 *     RoutableHeaders}
 * @param text the message's body; not empty
 */
record HeadersLogRequest(
    @NotNull(message = "must be a JSON object")
        @Schema(example = "{\"format\":\"pdf\",\"pages\":3,\"urgent\":true}")
        Map<String, Object> headers,
    @MessageText @Schema(example = "A report is ready") String text) {}

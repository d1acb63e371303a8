package dev.warren.producer.outbox;

import dev.warren.messaging.web.MessageText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What somebody wants.
 *
 * @param item what; not empty, at most 200 characters. PostgreSQL stores no NUL.
 * @param quantity how many of it, from 1 to 1000
 */
record OrderRequest(
    @MessageText
        @Size(max = 200, message = "must have at most 200 characters")
        @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL")
        @Schema(example = "carrot cake")
        String item,
    @NotNull(message = "is required") @Min(1) @Max(1000) @Schema(example = "2") Integer quantity) {}

package dev.warren.producer.workqueue;

import dev.warren.messaging.web.MessageText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * A task to send.
 *
 * @param text the task; not empty
 * @param simulate what is to go wrong with it; absent if nothing is
 */
record TaskRequest(
    @MessageText @Schema(example = "A task...") String text,
    @Nullable @Valid SimulateRequest simulate) {}

package dev.warren.producer.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The broker has confirmed that a dead letter is in its queue again. Told within this process
 * before the caller gets the answer.
 *
 * @param queue the queue that it is in
 * @param id its id, as dead letters and tasks are known by it
 * @param text its body; null if that is no text
 * @param sentAt its {@code timestamp}; null if it has none
 * @param replays how often this has happened to it
 * @param at when
 */
public record MessageReplayed(
    String queue,
    String id,
    @Nullable String text,
    @Nullable Instant sentAt,
    int replays,
    Instant at) {}

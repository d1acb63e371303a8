package dev.warren.producer.outbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the outbox.
 *
 * @param batchSize how many messages are published in one transaction, at most; default 100
 * @param pollInterval how often the relay looks by itself, for what a replica that died has left;
 *     default 1 s
 * @param retryDelay after which a message that was not published is tried again; default 2 s
 * @param longestPause the longest pause while the broker or the database is away; default 5 s
 * @param keepPublished how long a published message stays in the table; default 1 day
 * @param watchInterval how often the backlog is counted; default 5 s
 * @param stopTimeout how long shutdown waits for the batch in hand; more than the broker has for
 *     its confirms. Default 12 s.
 */
@Validated
@ConfigurationProperties("warren.outbox")
record OutboxProperties(
    @DefaultValue("100") @Min(1) @Max(1000) int batchSize,
    @DefaultValue("1s") @NotNull @DurationMin(millis = 10) Duration pollInterval,
    @DefaultValue("2s") @NotNull @DurationMin(millis = 10) Duration retryDelay,
    @DefaultValue("5s") @NotNull @DurationMin(millis = 10) Duration longestPause,
    @DefaultValue("1d") @NotNull @DurationMin Duration keepPublished,
    @DefaultValue("5s") @NotNull @DurationMin(millis = 10) Duration watchInterval,
    @DefaultValue("12s") @NotNull @DurationMin Duration stopTimeout) {}

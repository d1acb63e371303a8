package dev.warren.producer.idempotency;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of requests under a key.
 *
 * @param lease how long a request has its key for itself; longer than any takes, as one that is
 *     repeated after that is done again. Default 3 minutes: a replay of dead letters may wait 5 s
 *     and work 30 s at each of three queues, and needs some seconds more for each to connect, for
 *     the last confirms and to give back what is left.
 * @param keep how long keys and answers are remembered; default 1 day
 * @param maxAnswer the longest answer that is kept, compressed; H2 takes no more than 1 MB, which
 *     is the default
 * @param purgeInterval how often old keys are forgotten; default 1 minute
 */
@Validated
@ConfigurationProperties("warren.idempotency")
record IdempotencyProperties(
    @DefaultValue("3m") @NotNull @DurationMin(millis = 1) Duration lease,
    @DefaultValue("1d") @NotNull @DurationMin Duration keep,
    @DefaultValue("1MB") @NotNull DataSize maxAnswer,
    @DefaultValue("1m") @NotNull @DurationMin(millis = 10) Duration purgeInterval) {}

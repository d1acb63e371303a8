package dev.warren.worker.orders;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the idempotent consumer.
 *
 * @param keepIds how long the id of a message is remembered: longer than a message may wait to come
 *     again, be it in a dead-letter queue. Default is 30 days.
 * @param prefetch how many messages the broker hands out ahead; shipping takes no time. Default is
 *     20.
 */
@Validated
@ConfigurationProperties("warren.orders")
record OrdersProperties(
    @DefaultValue("30d") @NotNull @DurationMin(hours = 1) Duration keepIds,
    @DefaultValue("20") @Min(1) @Max(65_535) int prefetch) {}

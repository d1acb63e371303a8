package dev.warren.producer.rpc;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this service asks.
 *
 * @param maxN the largest n that is asked for. Default is 100000.
 * @param timeout how long a caller waits who does not say; from 10 ms to 60 s, as callers may say.
 *     Default is 5 s.
 * @param maxCalls how many calls are under way at once at most, as the group {@code fib} of {@code
 *     warren.concurrency.limits} sees to. Default is 128.
 */
@Validated
@ConfigurationProperties("warren.rpc")
record RpcProperties(
    @DefaultValue("100000") @Min(0) @Max(1_000_000) int maxN,
    @DefaultValue("5s") @DurationMin(millis = 10) @DurationMax(seconds = 60) Duration timeout,
    @DefaultValue("128") @Min(1) @Max(10_000) int maxCalls) {}

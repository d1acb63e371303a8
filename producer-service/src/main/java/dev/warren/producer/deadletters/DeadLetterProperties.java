package dev.warren.producer.deadletters;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of the work on dead letters.
 *
 * @param maxWait how long a caller waits for another one to be done with the queue. Default is 5 s.
 * @param maxDuration how long one call may work on one queue. Default is 30 s.
 */
@Validated
@ConfigurationProperties("warren.dead-letters")
record DeadLetterProperties(
    @DefaultValue("5s") @DurationMin(millis = 1) Duration maxWait,
    @DefaultValue("30s") @DurationMin(millis = 1) Duration maxDuration) {}

package dev.warren.messaging.broker;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of what this service declares on the broker.
 *
 * @param repairInterval how often it is declared again, in case somebody deleted some of it;
 *     default 30 s, at least 1 s
 */
@Validated
@ConfigurationProperties("warren.topology")
record TopologyProperties(@DefaultValue("30s") @DurationMin(seconds = 1) Duration repairInterval) {}

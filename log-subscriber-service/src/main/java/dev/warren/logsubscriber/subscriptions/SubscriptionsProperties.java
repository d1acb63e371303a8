package dev.warren.logsubscriber.subscriptions;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of the subscriptions that are made at run time.
 *
 * @param max how many there may be; one more gets {@code 409}. Default is 100.
 * @param prefetch how many messages one may have in hand. Default is 1, so that with the default
 *     {@code max} the largest messages that the broker takes (1 MiB) occupy 100 MiB at most.
 * @param startTimeout how long a new one may take to consume; after that the request fails and
 *     nothing of it stays. Default is 5 s.
 */
@Validated
@ConfigurationProperties("warren.subscriptions")
public record SubscriptionsProperties(
    @DefaultValue("100") @Min(0) int max,
    @DefaultValue("1") @Min(1) int prefetch,
    @DefaultValue("5s") Duration startTimeout) {}

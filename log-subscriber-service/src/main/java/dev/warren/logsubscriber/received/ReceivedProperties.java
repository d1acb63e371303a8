package dev.warren.logsubscriber.received;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much of what was received is kept to be shown.
 *
 * @param maxMessages the newest so many messages, counted once per subscription. Default is 10 000.
 * @param maxSize about how much memory they may take; the oldest go first. Default is 32 MB.
 * @param maxTextChars how much of one body is kept. Default is 8192 characters.
 */
@Validated
@ConfigurationProperties("warren.received")
public record ReceivedProperties(
    @DefaultValue("10000") @Min(1) int maxMessages,
    @DefaultValue("32MB") DataSize maxSize,
    @DefaultValue("8192") @Min(1) @Max(1_000_000) int maxTextChars) {}

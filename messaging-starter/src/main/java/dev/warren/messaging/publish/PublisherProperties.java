package dev.warren.messaging.publish;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of confirmed publishing.
 *
 * @param confirmTimeout how long a sent message may wait for its confirm, and a caller for a free
 *     place; default 5 s
 * @param maxConfirmAge with a message that waits longer than this for its confirm, the service is
 *     not ready; default 3 s
 * @param maxInFlight how many messages may await their confirms at once, per exchange; default 1000
 * @param maxMessageSize larger bodies are not sent, since the broker would close the channel under
 *     all others; the broker's {@code max_message_size}; default 1 MiB
 */
@Validated
@ConfigurationProperties("warren.publisher")
public record PublisherProperties(
    @DefaultValue("5s") @NotNull Duration confirmTimeout,
    @DefaultValue("3s") @NotNull Duration maxConfirmAge,
    @DefaultValue("1000") @Positive int maxInFlight,
    @DefaultValue("1MB") @NotNull DataSize maxMessageSize) {}

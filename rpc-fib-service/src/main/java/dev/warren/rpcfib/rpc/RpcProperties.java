package dev.warren.rpcfib.rpc;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this server serves.
 *
 * @param name the server's name, in each of its replies. Default is the host's name and the process
 *     id, so replicas on one machine differ.
 * @param maxN the largest n that is computed. Default is 100 000, whose number has 20 899 digits;
 *     at most 1 000 000, as a reply has to fit the broker's {@code max_message_size} of 1 MiB.
 * @param prefetch how many requests the broker hands out ahead of acknowledgements. Default is 1: a
 *     request waits for the next free server.
 * @param replyPatience how long a request is held whose reply cannot be sent, as under an alarm of
 *     the broker; it is rejected then. Default is 30 s. A server that stops does not wait for it.
 *     At most 20 min, as the broker closes the channel of a consumer that keeps one for 30 min.
 */
@Validated
@ConfigurationProperties("warren.rpc")
record RpcProperties(
    @DefaultValue("") String name,
    @DefaultValue("100000") @Min(0) @Max(1_000_000) int maxN,
    @DefaultValue("1") @Min(1) @Max(65_535) int prefetch,
    @DefaultValue("30s") @NotNull @DurationMin(seconds = 0) @DurationMax(minutes = 20)
        Duration replyPatience) {}

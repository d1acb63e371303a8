package dev.warren.messaging.web.sse;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of the event streams.
 *
 * @param maxClients how many clients may be connected; one more gets {@code 503}. Default is 500.
 * @param bufferSize how much may wait for one client before it is disconnected. Default is 1 MB;
 *     what a client asks to be replayed is not counted.
 * @param heartbeat how often a comment is sent, which keeps proxies from closing a silent stream
 *     and finds clients that have gone. Default is 15 s.
 * @param shutdownGrace how long a client may take for what is buffered for it when the service
 *     stops, before it is cut off. Default is 2 s.
 */
@Validated
@ConfigurationProperties("warren.sse")
public record SseProperties(
    @DefaultValue("500") @Min(1) int maxClients,
    @DefaultValue("1MB") DataSize bufferSize,
    @DefaultValue("15s") Duration heartbeat,
    @DefaultValue("2s") Duration shutdownGrace) {}

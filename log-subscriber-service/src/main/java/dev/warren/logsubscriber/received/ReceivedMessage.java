package dev.warren.logsubscriber.received;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that a subscription has received, as the API shows it.
 *
 * @param id grows with every message received here, also across restarts
 * @param subscription the subscription that got it
 * @param pattern the subscription's pattern
 * @param routingKey the key it was published with
 * @param headers its headers
 * @param text its body, or the body's bytes in hexadecimal
 * @param encoding {@code utf-8}, or {@code binary} for hexadecimal
 * @param size the length of the whole body in bytes
 * @param truncated whether {@code text} or {@code headers} is only the beginning
 * @param receivedAt when it arrived here
 * @param messageId its {@code message_id}, if its sender gave it one
 * @param redelivered whether the broker has delivered it before
 */
@JsonInclude(Include.NON_NULL)
public record ReceivedMessage(
    long id,
    String subscription,
    String pattern,
    String routingKey,
    Map<String, @Nullable Object> headers,
    String text,
    String encoding,
    int size,
    boolean truncated,
    Instant receivedAt,
    @Nullable String messageId,
    boolean redelivered) {

  static ReceivedMessage of(long id, Delivery delivery, int maxChars, Instant receivedAt) {
    Body body = delivery.body();
    Body.Shown shown = body.show(maxChars);
    return new ReceivedMessage(
        id,
        delivery.subscription(),
        delivery.pattern(),
        delivery.routingKey(),
        delivery.headers(),
        shown.text(),
        body.encoding(),
        body.size(),
        shown.truncated() || delivery.headersTruncated(),
        receivedAt,
        delivery.messageId(),
        delivery.redelivered());
  }
}

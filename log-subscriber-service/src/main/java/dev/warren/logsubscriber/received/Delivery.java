package dev.warren.logsubscriber.received;

import dev.warren.logsubscriber.received.HeaderView.Headers;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;

/**
 * One message as one subscription got it.
 *
 * @param subscription the subscription's id
 * @param pattern {@code fanout}, {@code direct}, {@code topic} or {@code headers}
 * @param routingKey the key it was published with; may be empty
 * @param headers its headers, in bounded size
 * @param headersWeight about how many characters they are
 * @param headersTruncated some of them were too much and left out
 * @param body its body
 * @param messageId its {@code message_id}, which the tutorials' clients do not set
 * @param redelivered whether the broker has delivered it before
 */
public record Delivery(
    String subscription,
    String pattern,
    String routingKey,
    Map<String, @Nullable Object> headers,
    int headersWeight,
    boolean headersTruncated,
    Body body,
    @Nullable String messageId,
    boolean redelivered) {

  /** Reads what the listener of a subscription was given. Never fails, whatever the message is. */
  public static Delivery of(String subscription, String pattern, Message message) {
    MessageProperties properties = message.getMessageProperties();
    Headers headers = HeaderView.of(properties.getHeaders());
    String key = properties.getReceivedRoutingKey();
    return new Delivery(
        subscription,
        pattern,
        key == null ? "" : key,
        headers.values(),
        headers.weight(),
        headers.truncated(),
        Body.of(message.getBody()),
        properties.getMessageId(),
        Boolean.TRUE.equals(properties.isRedelivered()));
  }
}

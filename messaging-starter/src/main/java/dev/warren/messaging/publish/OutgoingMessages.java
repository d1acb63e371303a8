package dev.warren.messaging.publish;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.function.Consumer;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;

/**
 * Makes the messages that Warren sends: {@code message_id}, {@code timestamp}, {@code app_id},
 * {@code content_type} and {@code delivery_mode} 2 are set on all of them. Bodies are plain UTF-8,
 * as the tutorials send them.
 *
 * @see <a href="https://www.rabbitmq.com/docs/publishers#message-properties">Message properties</a>
 */
public final class OutgoingMessages {

  private final String appId;
  private final Clock clock;
  private final MessageIds ids;

  /** With random ids. */
  public OutgoingMessages(String appId, Clock clock) {
    this(appId, clock, MessageIds.RANDOM);
  }

  /**
   * @param appId the sender's name
   * @param clock the source of timestamps; AMQP keeps whole seconds of them
   * @param ids the source of new ids
   */
  public OutgoingMessages(String appId, Clock clock, MessageIds ids) {
    this.appId = appId;
    this.clock = clock;
    this.ids = ids;
  }

  /** An id for a message, for a caller who has to know it. */
  public String newId() {
    return ids.next();
  }

  /** A text with a new id. */
  public Message text(String body) {
    return text(newId(), body);
  }

  /** A text with an id of the caller's. */
  public Message text(String messageId, String body) {
    return text(messageId, body, properties -> {});
  }

  /** A text with an id and further properties of the caller's. */
  public Message text(String messageId, String body, Consumer<MessageProperties> more) {
    MessageProperties properties = stamped(messageId, MessageProperties.CONTENT_TYPE_TEXT_PLAIN);
    properties.setContentEncoding(StandardCharsets.UTF_8.name());
    more.accept(properties);
    return new Message(body.getBytes(StandardCharsets.UTF_8), properties);
  }

  /** A JSON document, already encoded, with an id of the caller's. */
  public Message json(String messageId, byte[] body) {
    return new Message(body, stamped(messageId, MessageProperties.CONTENT_TYPE_JSON));
  }

  private MessageProperties stamped(String messageId, String contentType) {
    MessageProperties properties = new MessageProperties();
    properties.setMessageId(messageId);
    properties.setTimestamp(Date.from(clock.instant()));
    properties.setAppId(appId);
    properties.setContentType(contentType);
    properties.setDeliveryMode(MessageDeliveryMode.PERSISTENT);
    return properties;
  }
}

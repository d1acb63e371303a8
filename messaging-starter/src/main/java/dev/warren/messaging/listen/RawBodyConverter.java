package dev.warren.messaging.listen;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.support.converter.MessageConversionException;
import org.springframework.amqp.support.converter.MessageConverter;

/**
 * Leaves a body as it came, whatever its properties claim to hold. For {@code
 * RabbitListener(messageConverter = RawBodyConverter.NAME)} on methods that take a {@link Message}.
 *
 * <p>Such a method does not need the converted payload, yet Spring converts it before the call: a
 * foreign {@code content_encoding} or a serialized Java object would fail there and the listener
 * would never see the message.
 */
public final class RawBodyConverter implements MessageConverter {

  /** The bean's name. It is no candidate where just any converter is wanted. */
  public static final String NAME = "rawBodyConverter";

  @Override
  public Object fromMessage(Message message) {
    return message.getBody();
  }

  /**
   * Not for sending.
   *
   * @throws MessageConversionException always
   */
  @Override
  public Message toMessage(Object object, MessageProperties properties) {
    throw new MessageConversionException("listeners with raw bodies build their own messages");
  }
}

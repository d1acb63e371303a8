package dev.warren.messaging.listen;

import java.util.Map;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.support.AmqpHeaderMapper;
import org.springframework.messaging.MessageHeaders;

/**
 * Keeps the headers of a message out of Spring Messaging. Warren's listeners take the {@code
 * org.springframework.amqp.core.Message} itself, and read its properties there; a copy of them all
 * as {@code MessageHeaders}, which Spring makes before each call, costs more than the call. It also
 * fails where a sender has used a name that Spring keeps for itself, such as {@code errorChannel}.
 *
 * <p>A listener method with parameters for single headers does not work with it.
 */
final class NoHeaders implements AmqpHeaderMapper {

  private static final MessageHeaders NONE = new MessageHeaders(Map.of());

  @Override
  public MessageHeaders toHeaders(MessageProperties properties) {
    return NONE;
  }

  @Override
  public void fromHeaders(MessageHeaders headers, MessageProperties properties) {}
}

package dev.warren.worker.orders;

import dev.warren.contracts.OrderPlaced;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.core.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads orders out of messages that anybody may have sent. */
final class OrderMessages {

  private static final int LONGEST_ID = 255;

  private final JsonMapper json;

  /** Fields that a newer sender adds are passed over. */
  OrderMessages(JsonMapper json) {
    this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  }

  /**
   * The id by which a repetition is known.
   *
   * @throws AmqpRejectAndDontRequeueException if there is none
   */
  String idOf(Message message) {
    String id = message.getMessageProperties().getMessageId();
    if (id == null || id.isEmpty() || id.length() > LONGEST_ID || id.indexOf('\0') >= 0) {
      throw rejected("there is no message_id by which a repetition would be known", null);
    }
    return id;
  }

  /**
   * What happened.
   *
   * @throws AmqpRejectAndDontRequeueException if it is no such event
   */
  OrderPlaced read(Message message) {
    try {
      OrderPlaced order = json.readValue(message.getBody(), OrderPlaced.class);
      if (order != null) {
        return order;
      }
    } catch (JacksonException e) {
      throw rejected("the body is no OrderPlaced: " + e.getOriginalMessage(), e);
    }
    throw rejected("the body is no OrderPlaced: null", null);
  }

  private static AmqpRejectAndDontRequeueException rejected(
      String reason, @Nullable Throwable cause) {
    return new AmqpRejectAndDontRequeueException(reason, cause);
  }
}

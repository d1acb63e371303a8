package dev.warren.producer.rpc;

import dev.warren.messaging.publish.OutgoingMessages;
import java.util.concurrent.TimeUnit;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageDeliveryMode;

/** Makes requests: transient, and gone from the queue when their caller is. */
record RpcRequests(OutgoingMessages messages) {

  Message request(String correlationId, String text, long leftNanos) {
    return messages.text(
        correlationId,
        text,
        properties -> {
          properties.setCorrelationId(correlationId);
          properties.setDeliveryMode(MessageDeliveryMode.NON_PERSISTENT);
          properties.setExpiration(
              Long.toString(Math.max(1, TimeUnit.NANOSECONDS.toMillis(leftNanos))));
        });
  }
}

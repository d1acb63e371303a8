package dev.warren.testkit;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import java.nio.charset.StandardCharsets;

/** A message as a plain client receives it. */
public record ReceivedMessage(String body, BasicProperties properties, Envelope envelope) {

  static ReceivedMessage from(Delivery delivery) {
    return new ReceivedMessage(
        new String(delivery.getBody(), StandardCharsets.UTF_8),
        delivery.getProperties(),
        delivery.getEnvelope());
  }

  public String routingKey() {
    return envelope.getRoutingKey();
  }
}

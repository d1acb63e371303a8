package dev.warren.worker.orders;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import dev.warren.contracts.Orders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Tells of orders as any sender may. */
final class OrderEvents {

  private OrderEvents() {}

  static void send(Channel channel, String messageId, String orderId) throws IOException {
    sendBody(
        channel,
        messageId,
        """
        {"orderId":"%s","item":"cake","quantity":2,"placedAt":"2026-01-01T00:00:00Z","new":true}
        """
            .formatted(orderId));
  }

  static void sendBody(Channel channel, String messageId, String body) throws IOException {
    BasicProperties properties =
        new BasicProperties.Builder().messageId(messageId).deliveryMode(2).build();
    channel.basicPublish("", Orders.QUEUE, properties, body.getBytes(StandardCharsets.UTF_8));
  }
}

package dev.warren.worker.support;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import dev.warren.contracts.WorkQueue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Sends tasks as plain clients do. */
public final class Tasks {

  private Tasks() {}

  /** A task with an id. */
  public static void send(Channel channel, String id, String text) throws IOException {
    BasicProperties properties =
        new BasicProperties.Builder().messageId(id).deliveryMode(2).build();
    send(channel, properties, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Anything. */
  public static void send(Channel channel, BasicProperties properties, byte[] body)
      throws IOException {
    channel.basicPublish("", WorkQueue.QUEUE, properties, body);
  }
}

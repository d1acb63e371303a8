package dev.warren.rpcfib.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import dev.warren.contracts.Rpc;
import dev.warren.testkit.MessageCollector;
import dev.warren.testkit.ReceivedMessage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Asks as the sixth tutorial's client does. */
record TutorialClient(Channel channel, String replyTo, MessageCollector replies) {

  /** Replies come to an exclusive queue that the broker names. */
  static TutorialClient withReplyQueue(Channel channel) throws IOException {
    String queue = channel.queueDeclare().getQueue();
    return new TutorialClient(channel, queue, MessageCollector.consume(channel, queue));
  }

  /** Replies come without a queue. */
  static TutorialClient withDirectReplyTo(Channel channel) throws IOException {
    String pseudoQueue = "amq.rabbitmq.reply-to";
    return new TutorialClient(channel, pseudoQueue, MessageCollector.consume(channel, pseudoQueue));
  }

  ReceivedMessage ask(String n, String correlationId) throws IOException {
    send(n.getBytes(UTF_8), correlationId);
    return replies.expectOne();
  }

  void send(byte[] body, @Nullable String correlationId) throws IOException {
    publish(
        new BasicProperties.Builder().replyTo(replyTo).correlationId(correlationId).build(), body);
  }

  void publish(BasicProperties properties, byte[] body) throws IOException {
    channel.basicPublish("", Rpc.QUEUE, properties, body);
  }
}

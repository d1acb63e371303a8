package dev.warren.systemtests.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/** The caller of the sixth tutorial: one reply queue, replies matched by correlation id. */
final class ForeignRpcClient {

  private final Channel channel;
  private final String replyTo;
  private final ConcurrentMap<String, CompletableFuture<String>> waiting =
      new ConcurrentHashMap<>();

  private ForeignRpcClient(Channel channel, String replyTo) throws IOException {
    this.channel = channel;
    this.replyTo = replyTo;
    channel.basicConsume(replyTo, true, (tag, delivery) -> accept(delivery), tag -> {});
  }

  private void accept(Delivery delivery) {
    CompletableFuture<String> reply = waiting.remove(delivery.getProperties().getCorrelationId());
    if (reply != null) {
      reply.complete(new String(delivery.getBody(), UTF_8));
    }
  }

  /** With an exclusive, server-named queue for the replies. */
  static ForeignRpcClient withReplyQueue(ForeignClient client) throws IOException {
    Channel channel = client.channel();
    return new ForeignRpcClient(channel, channel.queueDeclare().getQueue());
  }

  /** With the broker's direct reply-to. */
  static ForeignRpcClient withDirectReplyTo(ForeignClient client) throws IOException {
    return new ForeignRpcClient(client.channel(), "amq.rabbitmq.reply-to");
  }

  /** The reply's body. */
  String call(String body) throws Exception {
    String id = UUID.randomUUID().toString();
    CompletableFuture<String> reply = new CompletableFuture<>();
    waiting.put(id, reply);
    BasicProperties properties =
        new BasicProperties.Builder().correlationId(id).replyTo(replyTo).build();
    channel.basicPublish("", "rpc_queue", properties, body.getBytes(UTF_8));
    return reply.get(10, TimeUnit.SECONDS);
  }
}

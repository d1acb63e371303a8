package dev.warren.producer.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import dev.warren.contracts.Rpc;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** An RPC server as the tutorial writes it. It serves until its channel is closed. */
final class ForeignServer {

  private final Channel channel;
  private final List<Delivery> requests = new CopyOnWriteArrayList<>();

  private ForeignServer(Channel channel) {
    this.channel = channel;
  }

  /** Answers each request with what the function makes of it: a body, and nothing else. */
  static ForeignServer replying(Channel channel, UnaryOperator<String> answer) throws IOException {
    return serve(
        channel,
        (server, request) -> server.reply(request, answer.apply(body(request)).getBytes(UTF_8)));
  }

  /** Keeps its requests to itself, until it is told to reply. */
  static ForeignServer silent(Channel channel) throws IOException {
    return serve(channel, (server, request) -> {});
  }

  static ForeignServer serve(Channel channel, Behaviour behaviour) throws IOException {
    ForeignServer server = new ForeignServer(channel);
    channel.basicQos(1);
    channel.basicConsume(
        Rpc.QUEUE,
        false,
        (tag, request) -> {
          server.requests.add(request);
          behaviour.take(server, request);
        },
        tag -> {});
    return server;
  }

  /** What a server does with a request. */
  interface Behaviour {
    void take(ForeignServer server, Delivery request) throws IOException;
  }

  void reply(Delivery request, byte[] body) throws IOException {
    reply(request, body, new BasicProperties());
  }

  void reply(Delivery request, byte[] body, BasicProperties properties) throws IOException {
    publish(request, body, properties);
    channel.basicAck(request.getEnvelope().getDeliveryTag(), false);
  }

  /** The first of two replies to the same request: it is not acknowledged yet. */
  void replyTooEarly(Delivery request, byte[] body) throws IOException {
    publish(request, body, new BasicProperties());
  }

  private void publish(Delivery request, byte[] body, BasicProperties properties)
      throws IOException {
    BasicProperties correlated =
        properties.builder().correlationId(request.getProperties().getCorrelationId()).build();
    channel.basicPublish("", request.getProperties().getReplyTo(), correlated, body);
  }

  List<Delivery> requests() {
    return requests;
  }

  static String body(Delivery request) {
    return new String(request.getBody(), UTF_8);
  }
}

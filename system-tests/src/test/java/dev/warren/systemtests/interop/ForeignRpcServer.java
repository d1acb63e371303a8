package dev.warren.systemtests.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** The server of the sixth tutorial: replies with the correlation id and nothing else. */
final class ForeignRpcServer {

  private final Channel channel;
  private final AtomicInteger answered = new AtomicInteger();

  ForeignRpcServer(ForeignClient client) throws IOException {
    channel = client.channel();
    channel.basicQos(1);
    channel.basicConsume("rpc_queue", false, (tag, delivery) -> answer(delivery), tag -> {});
  }

  /** How many requests this server has answered. */
  int answered() {
    return answered.get();
  }

  private void answer(Delivery delivery) throws IOException {
    BasicProperties request = delivery.getProperties();
    int n = Integer.parseInt(new String(delivery.getBody(), UTF_8));
    BasicProperties reply =
        new BasicProperties.Builder().correlationId(request.getCorrelationId()).build();
    channel.basicPublish("", request.getReplyTo(), reply, Integer.toString(fib(n)).getBytes(UTF_8));
    channel.basicAck(delivery.getEnvelope().getDeliveryTag(), false);
    answered.incrementAndGet();
  }

  private static int fib(int n) {
    return n < 2 ? n : fib(n - 1) + fib(n - 2);
  }
}

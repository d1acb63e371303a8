package dev.warren.systemtests.interop;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DeliverCallback;
import dev.warren.systemtests.suite.Broker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A program with one connection and one channel, as every tutorial starts. */
final class ForeignClient implements AutoCloseable {

  private final Connection connection;
  private final Channel channel;
  private final List<String> received = new CopyOnWriteArrayList<>();

  ForeignClient(Broker broker) throws IOException {
    connection = broker.connect();
    channel = connection.createChannel();
  }

  Channel channel() {
    return channel;
  }

  /** Declares the queue in the way of a generation. */
  ForeignClient declaring(Declaration declaration) throws IOException {
    declaration.declare(channel);
    return this;
  }

  void publish(String exchange, String routingKey, String body) throws IOException {
    channel.basicPublish(exchange, routingKey, null, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Consumes with automatic acknowledgement into {@link #received()}. */
  ForeignClient receivingFrom(String queue) throws IOException {
    channel.basicConsume(queue, true, collect(), tag -> {});
    return this;
  }

  /** Consumes one by one, acknowledging after the work, into {@link #received()}. */
  ForeignClient workingOn(String queue) throws IOException {
    channel.basicQos(1);
    DeliverCallback work =
        (tag, delivery) -> {
          collect().handle(tag, delivery);
          channel.basicAck(delivery.getEnvelope().getDeliveryTag(), false);
        };
    channel.basicConsume(queue, false, work, tag -> {});
    return this;
  }

  private DeliverCallback collect() {
    return (tag, delivery) -> received.add(new String(delivery.getBody(), StandardCharsets.UTF_8));
  }

  /** The bodies that arrived so far. */
  List<String> received() {
    return received;
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }

  /** Declares what a client needs. */
  @FunctionalInterface
  interface Declaration {
    void declare(Channel channel) throws IOException;
  }
}

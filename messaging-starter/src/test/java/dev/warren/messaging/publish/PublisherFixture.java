package dev.warren.messaging.publish;

import dev.warren.testkit.TestVhost;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.util.unit.DataSize;

/** A publisher on a virtual host, as auto-configuration would make it. */
final class PublisherFixture implements AutoCloseable {

  static final int MAX_IN_FLIGHT = 100;

  private static final Destinations DESTINATIONS = new Destinations(Set.of(), Set.of());

  final OutgoingMessages messages = new OutgoingMessages("test", Clock.systemUTC());
  final CachingConnectionFactory connections;
  final Queue<String> missing = new ConcurrentLinkedQueue<>();
  final SharedChannelPublisher publisher;

  private PublisherFixture(CachingConnectionFactory connections, Duration confirmTimeout) {
    this.connections = connections;
    PublisherProperties properties =
        new PublisherProperties(
            confirmTimeout, Duration.ZERO, MAX_IN_FLIGHT, DataSize.ofMegabytes(1));
    publisher =
        new SharedChannelPublisher(
            connections, properties, DESTINATIONS, missing::add, new SimpleMeterRegistry());
    publisher.start();
  }

  static PublisherFixture on(TestVhost vhost) {
    CachingConnectionFactory connections =
        new CachingConnectionFactory(vhost.broker().host(), vhost.broker().port());
    connections.setUsername(vhost.broker().username());
    connections.setPassword(vhost.broker().password());
    connections.setVirtualHost(vhost.name());
    connections.getRabbitConnectionFactory().setSocketFactory(new CoalescingSocketFactory());
    return new PublisherFixture(connections, Duration.ofSeconds(5));
  }

  static PublisherFixture withoutBroker() {
    CachingConnectionFactory nowhere = new CachingConnectionFactory("127.0.0.1", 1);
    return new PublisherFixture(nowhere, Duration.ofSeconds(1));
  }

  PublishOutcome send(String exchange, String routingKey, String text) {
    return send(exchange, routingKey, messages.text(text));
  }

  PublishOutcome send(String exchange, String routingKey, Message message) {
    return publisher.publishAndAwait(exchange, routingKey, message);
  }

  /** Publishes numbered texts without waiting in between. */
  List<CompletableFuture<PublishOutcome>> pipeline(String queue, int count) {
    List<CompletableFuture<PublishOutcome>> outcomes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      outcomes.add(publisher.publish("", queue, messages.text(String.valueOf(i))));
    }
    return outcomes;
  }

  /** Cuts the publishers' connection, as a network fault would. */
  void cutConnection() {
    ConnectionFactory publishers = connections.getPublisherConnectionFactory();
    Objects.requireNonNull(publishers).createConnection().getDelegate().abort();
  }

  /** The next publishers' connection breaks before a channel is opened on it. */
  void breakNextConnection() {
    AtomicBoolean first = new AtomicBoolean(true);
    Objects.requireNonNull(connections.getPublisherConnectionFactory())
        .addConnectionListener(
            connection -> {
              if (connection != null && first.getAndSet(false)) {
                Objects.requireNonNull(connection.getDelegate()).abort();
              }
            });
  }

  @Override
  public void close() {
    publisher.stop();
    connections.destroy();
  }
}

package dev.warren.producer.taskview;

import dev.warren.contracts.TaskEvent;
import dev.warren.messaging.taskevents.TaskEventPublisher;
import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerApplication;
import dev.warren.producer.tasks.TasksConfirmed;
import dev.warren.testkit.Bounds;
import dev.warren.testkit.Relay;
import dev.warren.testkit.TestVhost;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.amqp.core.MessageListenerContainer;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One of several producers on the same virtual host. */
final class Replica implements AutoCloseable {

  private final ConfigurableApplicationContext service;

  private Replica(ConfigurableApplicationContext service) {
    this.service = service;
  }

  static Replica start(TestVhost vhost) {
    return start(vhost.springSettings());
  }

  /** Reaching the broker through the relay. */
  static Replica start(TestVhost vhost, Relay relay) {
    return start(vhost.springSettings(relay));
  }

  private static Replica start(List<String> brokerSettings) {
    Stream<String> settings = Stream.concat(Stream.of("server.port=0"), brokerSettings.stream());
    return new Replica(
        new SpringApplicationBuilder(ProducerApplication.class)
            .run(settings.map(setting -> "--" + setting).toArray(String[]::new)));
  }

  int port() {
    return service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  Answer get(String path) {
    return new Api(port()).get(path);
  }

  Replica awaitReady() {
    Bounds.soon().until(() -> get("/actuator/health/readiness").status() == 200);
    return this;
  }

  /** As the publishing side does it: this replica at once, the others by the stream. */
  void confirmed(TaskEvent submitted) {
    service.publishEvent(new TasksConfirmed(List.of(submitted)));
  }

  /** How many events it has read from the stream. */
  double eventsRead() {
    return service.getBean(MeterRegistry.class).counter("warren.task.events.read").count();
  }

  /** How far its view says to be behind the stream, in seconds. */
  double lag() {
    return service.getBean(MeterRegistry.class).get("warren.task.view.lag").timeGauge().value();
  }

  /** Appends to the stream as its publishing side does. */
  void append(TaskEvent event) {
    service.getBean(TaskEventPublisher.class).publish(event);
  }

  /** The container that reads the stream. */
  MessageListenerContainer reader() {
    return Objects.requireNonNull(
        service
            .getBean(RabbitListenerEndpointRegistry.class)
            .getListenerContainer(StreamSubscription.LISTENER));
  }

  /** Cuts the connection that its listeners use, as a network fault would. */
  void cutConnection() {
    Connection connection = service.getBean(ConnectionFactory.class).createConnection();
    Objects.requireNonNull(connection.getDelegate()).abort();
  }

  @Override
  public void close() {
    service.close();
  }
}

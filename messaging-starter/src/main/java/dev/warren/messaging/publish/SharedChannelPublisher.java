package dev.warren.messaging.publish;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.warren.messaging.publish.PublishOutcome.NotSent;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.support.DefaultMessagePropertiesConverter;
import org.springframework.amqp.rabbit.support.MessagePropertiesConverter;
import org.springframework.context.SmartLifecycle;

/**
 * Multiplexes all callers over one confirm channel per exchange, on the connections of Spring's
 * connection factory.
 *
 * <p>A correlated {@code RabbitTemplate} holds a channel for each waiting confirm, which costs most
 * of the throughput; see {@code docs/adr/0004-confirmed-publishing.md}. This is the one place that
 * publishes tasks and events below the template.
 */
final class SharedChannelPublisher implements ConfirmedPublisher, SmartLifecycle {

  /** Below the listeners and the web server, so that it stops after everything that publishes. */
  static final int PHASE = 0;

  private static final int MAX_KEY_BYTES = 255;

  private final ConfirmChannels channels;
  private final Consumer<String> missing;
  private final PublisherProperties properties;
  private final PublisherMetrics metrics;
  private final String expired;
  private final MessagePropertiesConverter converter = new DefaultMessagePropertiesConverter();
  private final Map<String, ExchangePublisher> byExchange = new ConcurrentHashMap<>();
  private @Nullable DeadlineSweep sweep;
  private volatile boolean running;

  SharedChannelPublisher(
      ConnectionFactory connections,
      PublisherProperties properties,
      Destinations destinations,
      Consumer<String> missing,
      MeterRegistry registry) {
    this.missing = missing;
    this.channels = new ConfirmChannels(connections);
    this.properties = properties;
    this.metrics = new PublisherMetrics(registry, destinations, this::inFlight);
    this.expired = "no confirm within " + properties.confirmTimeout().toMillis() + " ms";
  }

  @Override
  public CompletableFuture<PublishOutcome> publish(
      String exchange, String routingKey, Message message) {
    long start = System.nanoTime();
    if (!running) {
      return refused(exchange, routingKey, start, new NotSent("the service is shutting down"));
    }
    if (message.getBody().length > properties.maxMessageSize().toBytes()) {
      String reason = "larger than " + properties.maxMessageSize();
      return refused(exchange, routingKey, start, NotSent.never(reason));
    }
    if (routingKey.getBytes(StandardCharsets.UTF_8).length > MAX_KEY_BYTES) {
      return refused(exchange, routingKey, start, NotSent.never("a routing key of over 255 bytes"));
    }
    BasicProperties amqp =
        converter.fromMessageProperties(
            message.getMessageProperties(), StandardCharsets.UTF_8.name());
    if (amqp.getMessageId() == null) {
      throw new IllegalArgumentException("a message needs a message_id to be followed");
    }
    return metrics.record(
        exchange,
        routingKey,
        start,
        publisherTo(exchange).publish(routingKey, amqp, message.getBody()));
  }

  private ExchangePublisher publisherTo(String exchange) {
    return byExchange.computeIfAbsent(
        exchange, name -> new ExchangePublisher(name, channels, properties, missing));
  }

  private CompletableFuture<PublishOutcome> refused(
      String exchange, String routingKey, long start, NotSent outcome) {
    return metrics.record(exchange, routingKey, start, CompletableFuture.completedFuture(outcome));
  }

  int inFlight() {
    return byExchange.values().stream().mapToInt(ExchangePublisher::inFlight).sum();
  }

  /** How long the message that waits longest has been waiting for its confirm; 0 if none waits. */
  Duration oldestWait() {
    long now = System.nanoTime();
    return Duration.ofNanos(
        byExchange.values().stream()
            .mapToLong(publisher -> publisher.oldestWaitNanos(now))
            .max()
            .orElse(0));
  }

  boolean isBlocked() {
    return channels.isBlocked();
  }

  private void expire() {
    long now = System.nanoTime();
    byExchange.values().forEach(publisher -> publisher.expire(now, expired));
  }

  @Override
  public synchronized void start() {
    sweep = DeadlineSweep.start(this::expire);
    byExchange.clear(); // those were closed
    running = true;
  }

  /** It can be started again, as Spring does with a context that it has paused. */
  @Override
  public synchronized void stop() {
    running = false;
    try {
      for (ExchangePublisher publisher : byExchange.values()) {
        publisher.drainAndClose();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (sweep != null) {
        sweep.stop();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}

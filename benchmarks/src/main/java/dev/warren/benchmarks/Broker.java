package dev.warren.benchmarks;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/** The broker that both sides use, named by {@code WARREN_RABBITMQ_HOST} and its companions. */
final class Broker implements AutoCloseable {

  private static final int CONFIRM_BATCH = 1000;
  private static final long CONFIRM_MILLIS = 60_000;

  private final ConnectionFactory settings;
  private final Connection connection;
  private final Channel channel;

  private Broker(ConnectionFactory settings) throws IOException, TimeoutException {
    this.settings = settings;
    this.connection = settings.newConnection("warren-bench");
    this.channel = connection.createChannel();
  }

  static Broker connect() throws IOException, TimeoutException {
    ConnectionFactory settings = new ConnectionFactory();
    settings.setHost(env("WARREN_RABBITMQ_HOST", "localhost"));
    settings.setPort(Integer.parseInt(env("WARREN_RABBITMQ_PORT", "5672")));
    settings.setUsername(env("WARREN_RABBITMQ_USERNAME", "guest"));
    settings.setPassword(env("WARREN_RABBITMQ_PASSWORD", "guest"));
    return new Broker(settings);
  }

  static String env(String name, String otherwise) {
    return Objects.requireNonNullElse(System.getenv(name), otherwise);
  }

  String version() {
    return String.valueOf(connection.getServerProperties().get("version"));
  }

  String uri() {
    return "amqp://%s:%s@%s:%d"
        .formatted(
            settings.getUsername(), settings.getPassword(), settings.getHost(), settings.getPort());
  }

  /** Makes an empty durable quorum queue, the kind that {@code task_queue} is. */
  void emptyQuorumQueue(String queue) throws IOException {
    channel.queueDeclare(queue, true, false, false, Map.of("x-queue-type", "quorum"));
    channel.queuePurge(queue);
  }

  void purge(String queue) throws IOException {
    channel.queuePurge(queue);
  }

  void delete(String queue) throws IOException {
    channel.queueDelete(queue);
  }

  /** Messages that are ready in a queue. */
  int depth(String queue) throws IOException {
    return channel.queueDeclarePassive(queue).getMessageCount();
  }

  /** Publishes equal persistent texts and waits for the confirms. */
  void fill(String queue, int count, byte[] body)
      throws IOException, InterruptedException, TimeoutException {
    BasicProperties text = MessageProperties.PERSISTENT_TEXT_PLAIN;
    try (Channel publishing = connection.createChannel()) {
      publishing.confirmSelect();
      for (int sent = 1; sent <= count; sent++) {
        publishing.basicPublish("", queue, text, body);
        if (sent % CONFIRM_BATCH == 0 || sent == count) {
          publishing.waitForConfirmsOrDie(CONFIRM_MILLIS);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}

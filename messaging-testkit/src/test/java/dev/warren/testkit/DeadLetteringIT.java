package dev.warren.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the policy of {@code task_queue} promises ({@code dead-letter-strategy: at-least-once}): a
 * rejected task stays on the broker until the dead-letter queue has confirmed it.
 */
class DeadLetteringIT {

  private static final Map<String, Object> QUORUM = Map.of("x-queue-type", "quorum");
  private static final String TASKS = "task_queue";
  private static final String DEAD_LETTERS = "task_queue.dlq";
  private static final int COUNT = 20;

  private static OwnBroker broker;

  private Connection connection;
  private Channel channel;

  @BeforeAll
  static void startBroker() throws IOException, InterruptedException {
    broker = OwnBroker.start();
    broker.retryDeadLettersAfter(Duration.ofSeconds(1));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void declareAnew() throws IOException {
    connection = broker.connect();
    channel = connection.createChannel();
    channel.queueDelete(DEAD_LETTERS);
    channel.queueDelete(TASKS);
    channel.queueDeclare(TASKS, true, false, false, QUORUM);
  }

  @AfterEach
  void disconnect() {
    connection.abort();
  }

  @Test
  void whatIsRejectedWhileThereIsNoDeadLetterQueueIsInItLater() throws Exception {
    rejectAll();

    channel.queueDeclare(DEAD_LETTERS, true, false, false, QUORUM);

    assertArrive();
  }

  @Test
  void whatIsRejectedWhileTheDeadLetterQueueIsFullIsInItWhenThereIsRoom() throws Exception {
    Map<String, Object> full =
        Map.of("x-queue-type", "classic", "x-max-length", 5, "x-overflow", "reject-publish");
    channel.queueDeclare(DEAD_LETTERS, true, false, false, full);

    rejectAll();
    Bounds.soon().until(() -> channel.messageCount(DEAD_LETTERS) == 5);

    assertArrive();
  }

  private void rejectAll() throws Exception {
    channel.confirmSelect();
    for (String task : tasks()) {
      channel.basicPublish("", TASKS, null, task.getBytes(UTF_8));
    }
    channel.waitForConfirmsOrDie(10_000);
    for (int i = 0; i < COUNT; i++) {
      channel.basicReject(channel.basicGet(TASKS, false).getEnvelope().getDeliveryTag(), false);
    }
    Bounds.soon().until(() -> channel.messageCount(TASKS) == 0);
  }

  private void assertArrive() throws IOException {
    Set<String> arrived = ConcurrentHashMap.newKeySet(); // each at least once
    channel.basicConsume(
        DEAD_LETTERS,
        true,
        (tag, letter) -> arrived.add(new String(letter.getBody(), UTF_8)),
        tag -> {});
    Bounds.soon().untilAsserted(() -> assertThat(arrived).containsAll(tasks()));
  }

  private static List<String> tasks() {
    return IntStream.range(0, COUNT).mapToObj(i -> "task " + i).toList();
  }
}

package dev.warren.worker.workqueue;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.warren.contracts.WorkQueue;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.TestVhost;
import dev.warren.worker.support.RunningWorker;
import dev.warren.worker.support.TaskEventLog;
import dev.warren.worker.support.Tasks;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Closing a worker's context is what SIGTERM does to its process. */
@BrokerTest
class DrainIT {

  static Stream<List<String>> containers() {
    return Stream.of(
        List.of("spring.rabbitmq.listener.type=simple", "warren.worker.prefetch=10"),
        List.of("spring.rabbitmq.listener.type=direct", "warren.worker.prefetch=10"),
        List.of("spring.profiles.active=throughput"));
  }

  @ParameterizedTest
  @MethodSource("containers")
  void finishesTheTaskInHandAndGivesBackThoseThatWait(
      List<String> container, TestVhost vhost, Channel channel, Connection connection)
      throws Exception {
    TaskEventLog events = TaskEventLog.read(connection);
    try (RunningWorker stopping =
        RunningWorker.start(vhost, with(container, "warren.worker.dot-duration=1s"))) {
      for (String id : List.of("0", "1", "2", "3", "4")) {
        Tasks.send(channel, id, "..");
      }
      stopping.awaitStatus("busy", "true");
    }

    assertThat(types(events.await("0", 2))).containsExactly("STARTED", "SUCCEEDED");
    assertThatQueue(vhost, WorkQueue.QUEUE).hasMessages(4).hasConsumers(0);
    assertThatQueue(vhost, WorkQueue.DEAD_LETTER_QUEUE).hasMessages(0);

    try (RunningWorker next = RunningWorker.start(vhost, "warren.worker.dot-duration=1ms")) {
      next.awaitStatus("succeeded", "4");
    }
    for (String id : List.of("1", "2", "3", "4")) {
      List<JsonNode> told = events.await(id, 2);
      assertThat(types(told)).containsExactly("STARTED", "SUCCEEDED");
      assertThat(told.get(0).path("attempt").asInt()).isBetween(1, mostAttempts(container, vhost));
    }
  }

  /**
   * From 4.3 on the broker does not count a delivery that came back by nack, as a container gives
   * it back that acknowledges by itself; others close their channel, which counts.
   */
  private static int mostAttempts(List<String> container, TestVhost vhost) {
    boolean nacks = container.contains("spring.profiles.active=throughput");
    return nacks && vhost.broker().atLeast(4, 3) ? 1 : 2;
  }

  private static String[] with(List<String> container, String setting) {
    return Stream.concat(container.stream(), Stream.of(setting)).toArray(String[]::new);
  }

  private static List<String> types(List<JsonNode> events) {
    return events.stream().map(event -> event.path("type").asString()).toList();
  }
}

package dev.warren.worker.workqueue;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.warren.contracts.WorkQueue;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.TestVhost;
import dev.warren.worker.support.TaskEventLog;
import dev.warren.worker.support.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;

/**
 * Whatever a handler throws: as many attempts as there are, then the dead-letter queue. A container
 * that requeues would bring the task back for ever on RabbitMQ 4.3, see {@code
 * docs/adr/0005-no-requeue.md}.
 */
@BrokerTest
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "warren.worker.retry.mechanism=in-process",
      "warren.worker.retry.in-process.delay=1ms",
      "warren.worker.retry.delays=1s"
    })
class FailingTaskIT {

  @Autowired private ThrowingHandler handler;

  @ParameterizedTest
  @ValueSource(strings = {"exception", "error", "stack-overflow", "out-of-memory"})
  void isTriedAgainAndGivenUpAndTheWorkerGoesOn(
      String failure, Channel channel, Connection connection, TestVhost vhost) throws Exception {
    channel.queuePurge(WorkQueue.DEAD_LETTER_QUEUE);
    TaskEventLog events = TaskEventLog.read(connection);

    Tasks.send(channel, failure, failure);
    Tasks.send(channel, "after-" + failure, "good");

    List<JsonNode> told = events.await(failure, 4);
    assertThat(told)
        .extracting(event -> event.path("type").asString())
        .containsExactly("STARTED", "RETRYING", "STARTED", "FAILED");
    assertThat(told.get(1).path("error").asString()).contains(failure);
    assertThat(told.get(3).path("error").asString()).contains(failure);
    events.await("after-" + failure, 2);
    assertThatQueue(vhost, WorkQueue.DEAD_LETTER_QUEUE).hasMessages(1);
    assertThatQueue(vhost, WorkQueue.QUEUE).hasMessages(0).hasConsumers(1);
    assertThat(handler.attempts).filteredOn(failure::equals).hasSize(2);
  }

  static final class ThrowingHandler extends TaskHandler {
    final List<String> attempts = new CopyOnWriteArrayList<>();

    ThrowingHandler() {
      super(Duration.ZERO, Duration.ZERO);
    }

    @Override
    void work(String text) {
      attempts.add(text);
      switch (text) {
        case "exception" -> throw new IllegalStateException(text);
        case "error" -> throw new AssertionError(text);
        case "stack-overflow" -> throw new StackOverflowError(text);
        case "out-of-memory" -> throw new OutOfMemoryError(text);
        default -> {}
      }
    }
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Throwing {
    @Bean
    @Primary
    ThrowingHandler throwingHandler() {
      return new ThrowingHandler();
    }
  }
}

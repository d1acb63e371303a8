package dev.warren.worker.workqueue;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.warren.contracts.DeadLetter;
import dev.warren.contracts.WorkQueue;
import dev.warren.testkit.Bounds;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.MessageCollector;
import dev.warren.testkit.ReceivedMessage;
import dev.warren.testkit.TestVhost;
import dev.warren.worker.support.ShortRetries;
import dev.warren.worker.support.TaskEventLog;
import dev.warren.worker.support.Tasks;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * A task that takes its worker with it, as the broker sees it: the connection is gone, with
 * everything that it had delivered and that was not acknowledged.
 */
@BrokerTest
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.profiles.active=throughput",
      "warren.worker.consumers=2",
      "warren.worker.prefetch=50"
    })
class PoisonIT {

  private static final int INNOCENT = 40;
  private static final String KILLER = "killer";

  @Test
  void diesAloneAndTakesNoneOfThosePrefetchedWithIt(
      TestVhost vhost, Channel channel, Connection connection) throws Exception {
    ShortRetries.in(vhost);
    MessageCollector dead = MessageCollector.consume(channel, WorkQueue.DEAD_LETTER_QUEUE);
    TaskEventLog events = TaskEventLog.read(connection);

    Tasks.send(channel, KILLER, KILLER);
    for (int i = 0; i < INNOCENT; i++) {
      Tasks.send(channel, "innocent-" + i, "innocent");
    }

    ReceivedMessage letter = dead.expectOne();
    assertThat(letter.properties().getMessageId()).isEqualTo(KILLER);
    assertThat(letter.properties().getHeaders().get(DeadLetter.REASON)).hasToString("failed");
    IntStream.range(0, INNOCENT).forEach(i -> assertDone(events, "innocent-" + i));
    dead.expectNothingElse();
    assertThatQueue(vhost, WorkQueue.QUEUE).hasMessages(0);
    assertThatQueue(vhost, WorkQueue.SUSPECTS_QUEUE).hasMessages(0);
  }

  private static void assertDone(TaskEventLog events, String id) {
    Bounds.soon()
        .until(
            () ->
                events.of(id).stream()
                    .anyMatch(event -> event.path("type").asString().equals("SUCCEEDED")));
  }

  static final class KillingHandler extends TaskHandler {

    private final ConnectionFactory connections;

    KillingHandler(ConnectionFactory connections) {
      super(Duration.ZERO, Duration.ZERO);
      this.connections = connections;
    }

    @Override
    void work(String text) {
      if (text.equals(KILLER)) {
        Objects.requireNonNull(connections.createConnection().getDelegate()).abort();
      }
    }
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Killing {
    @Bean
    @Primary
    KillingHandler killingHandler(ConnectionFactory connections) {
      return new KillingHandler(connections);
    }
  }
}

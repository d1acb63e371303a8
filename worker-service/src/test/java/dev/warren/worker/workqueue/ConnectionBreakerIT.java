package dev.warren.worker.workqueue;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.warren.contracts.WorkQueue;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.TestVhost;
import dev.warren.worker.support.ShortRetries;
import dev.warren.worker.support.TaskEventLog;
import dev.warren.worker.support.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@BrokerTest
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "warren.worker.dot-duration=1ms")
class ConnectionBreakerIT {

  /** Twenty deliveries, each followed by a pause before the container connects again. */
  private static final Duration ALL_ATTEMPTS = Duration.ofSeconds(90);

  /** The client library closes the connection at a header that is nested too deeply. */
  @Test
  void aMessageThatNoListenerCanReceiveEndsInTheDeadLetterQueueAndWorkGoesOn(
      Channel channel, Connection connection, TestVhost vhost) throws Exception {
    ShortRetries.in(vhost);
    List<Object> nested = List.of();
    for (int i = 0; i < 100; i++) {
      nested = List.of(nested);
    }
    BasicProperties deep = new BasicProperties.Builder().headers(Map.of("deep", nested)).build();

    Tasks.send(channel, deep, new byte[0]);
    Tasks.send(
        channel, new BasicProperties.Builder().messageId("good").build(), "good.".getBytes(UTF_8));

    assertThatQueue(vhost, WorkQueue.DEAD_LETTER_QUEUE).within(ALL_ATTEMPTS).hasMessages(1);
    assertThat(TaskEventLog.read(connection).await("good", 2)).hasSize(2);
  }
}

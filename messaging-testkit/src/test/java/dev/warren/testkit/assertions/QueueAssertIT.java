package dev.warren.testkit.assertions;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.Hello;
import dev.warren.contracts.TaskEvents;
import dev.warren.contracts.WorkQueue;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.MessageCollector;
import dev.warren.testkit.TestVhost;
import java.io.IOException;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@BrokerTest
class QueueAssertIT {

  private static final Duration BRIEFLY = Duration.ofMillis(200);

  @Test
  void saysHowAQueueDiffersFromWhatIsExpected(TestVhost vhost) {
    QueueAssert hello = assertThatQueue(vhost, Hello.QUEUE).within(BRIEFLY);

    assertFails(hello::isStream, "type of hello", "stream", "quorum");
    assertFails(() -> hello.hasPolicy("task_queue"), "policy of hello", "task_queue");
    assertFails(() -> hello.hasDeadLetterQueue("hello.dlq"), "dead-letter-exchange of hello");
    assertFails(() -> hello.hasMessages(1), "ready messages of hello", "1", "0");
    assertFails(() -> hello.hasConsumers(1), "consumers of hello", "1", "0");
    assertFails(hello::doesNotExist, "hello");
  }

  @Test
  void saysThatAQueueIsMissing(TestVhost vhost) {
    QueueAssert missing = assertThatQueue(vhost, "missing").within(BRIEFLY);

    assertFails(missing::exists, "queue missing in " + vhost);
    assertFails(() -> missing.hasMessages(0), "Queue missing cannot be seen", "NOT_FOUND");
    missing.doesNotExist();
  }

  @Test
  void waitsForMessagesAndConsumers(TestVhost vhost, Channel publisher, Channel consumer)
      throws IOException {
    publisher.basicPublish("", WorkQueue.QUEUE, null, new byte[0]);
    assertThatQueue(vhost, WorkQueue.QUEUE).hasMessages(1).hasConsumers(0);

    MessageCollector.consume(consumer, WorkQueue.QUEUE);
    assertThatQueue(vhost, WorkQueue.QUEUE).hasConsumers(1).hasMessages(0);
  }

  @Test
  void tellsDurableFromTransientAndStreamFromQueue(TestVhost vhost, Channel channel)
      throws IOException {
    String exclusive = channel.queueDeclare().getQueue();

    assertThatQueue(vhost, TaskEvents.STREAM).isStream();
    assertThatQueue(vhost, exclusive).exists();
    assertFails(
        () -> assertThatQueue(vhost, exclusive).within(BRIEFLY).isDurableClassic(),
        exclusive + " is durable");
  }

  private static void assertFails(ThrowingCallable assertion, String... messages) {
    assertThatThrownBy(assertion).hasMessageContainingAll(messages);
  }
}

package dev.warren.worker.workqueue;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.warren.contracts.WorkQueue;
import dev.warren.testkit.Bounds;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.TestVhost;
import dev.warren.worker.support.RunningWorker;
import dev.warren.worker.support.TaskEventLog;
import dev.warren.worker.support.Tasks;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

@BrokerTest
@ExtendWith(OutputCaptureExtension.class)
class WorkQueueIT {

  @Test
  void worksAsLongAsATaskHasDotsAndLogsAsTheTutorialPrints(
      TestVhost vhost, Channel channel, CapturedOutput output) throws Exception {
    try (RunningWorker worker = RunningWorker.start(vhost, "warren.worker.dot-duration=200ms")) {
      Tasks.send(channel, "1", "A task...");

      JsonNode done = worker.awaitStatus("succeeded", "1").status().path("recent").path(0);

      assertThat(done.path("id").asString()).isEqualTo("1");
      assertThat(done.path("text").asString()).isEqualTo("A task...");
      assertThat(done.path("outcome").asString()).isEqualTo("succeeded");
      assertThat(done.path("durationMs").asInt()).isBetween(600, 5_000);
      assertThat(output).contains(" [x] Received A task...").contains(" [x] Done");
    }
  }

  @Test
  void doesATaskWithoutDotsAtOnceAlsoAnEmptyOne(TestVhost vhost, Channel channel) throws Exception {
    try (RunningWorker worker = RunningWorker.start(vhost, "warren.worker.dot-duration=1h")) {
      Tasks.send(channel, "1", "no dots");
      Tasks.send(channel, "2", "");

      worker.awaitStatus("succeeded", "2");
    }
  }

  @Test
  void tellsWhatHappensToATask(TestVhost vhost, Channel channel, Connection connection)
      throws Exception {
    TaskEventLog events = TaskEventLog.read(connection);
    try (RunningWorker worker =
        RunningWorker.start(vhost, "warren.worker.name=w1", "warren.worker.dot-duration=1ms")) {
      Date sent = Date.from(Instant.parse("2026-01-02T03:04:05Z"));
      Tasks.send(
          channel,
          new BasicProperties.Builder().messageId("t1").timestamp(sent).build(),
          new byte[] {'.'});

      List<JsonNode> told = events.await("t1", 2);

      assertThat(told)
          .extracting(e -> e.path("type").asString())
          .containsExactly("STARTED", "SUCCEEDED");
      assertThat(told.get(0).path("text").asString()).isEqualTo(".");
      assertThat(told).allMatch(e -> e.path("worker").asString().equals("w1"));
      assertThat(told).allMatch(e -> e.path("attempt").asInt() == 1);
      assertThat(told.get(0).path("submittedAt").asString()).isEqualTo("2026-01-02T03:04:05Z");
      worker.awaitStatus("worker", "w1");
    }
  }

  @Test
  void sharesTasksFairlySoThatASlowOneDelaysNoOther(TestVhost vhost, Channel channel)
      throws Exception {
    try (RunningWorker one = RunningWorker.start(vhost, "warren.worker.dot-duration=3s");
        RunningWorker two = RunningWorker.start(vhost, "warren.worker.dot-duration=3s")) {
      Tasks.send(channel, "slow", ".");
      RunningWorker slow = busyOf(one, two);
      RunningWorker free = slow == one ? two : one;
      for (int i = 0; i < 10; i++) {
        Tasks.send(channel, "quick " + i, "quick");
      }

      free.awaitStatus("succeeded", "10");

      assertThat(slow.status().path("succeeded").asInt()).isZero();
      assertThat(slow.status().path("current").path(0).path("id").asString()).isEqualTo("slow");
      slow.awaitStatus("succeeded", "1");
    }
  }

  @Test
  void declaresTheQueuesAsTheirSenderDoesAndNamesItsConsumer(TestVhost vhost) {
    try (RunningWorker worker = RunningWorker.start(vhost)) {
      assertThatQueue(vhost, WorkQueue.QUEUE)
          .isDurableQuorum()
          .hasDeadLetterQueue(WorkQueue.DEAD_LETTER_QUEUE)
          .hasConsumers(1);
      assertThat(worker.status().path("prefetch").asInt()).isEqualTo(1);
    }
  }

  private static RunningWorker busyOf(RunningWorker one, RunningWorker two) {
    Bounds.soon().until(() -> busy(one) || busy(two));
    return busy(one) ? one : two;
  }

  private static boolean busy(RunningWorker worker) {
    return worker.status().path("busy").asBoolean();
  }
}

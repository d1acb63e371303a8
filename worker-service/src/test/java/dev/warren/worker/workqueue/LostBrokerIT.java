package dev.warren.worker.workqueue;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.warren.contracts.Simulation;
import dev.warren.contracts.WorkQueue;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.Relay;
import dev.warren.testkit.TestVhost;
import dev.warren.worker.support.RunningWorker;
import dev.warren.worker.support.TaskEventLog;
import dev.warren.worker.support.Tasks;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@BrokerTest
class LostBrokerIT {

  @Test
  void aWorkerThatFindsNoBrokerAtItsStartWaitsForIt(TestVhost vhost, Channel channel)
      throws Exception {
    Tasks.send(channel, "1", "early");
    try (Relay relay = Relay.shutTo(vhost.broker());
        RunningWorker worker = RunningWorker.start(vhost, relay)) {
      assertThat(worker.status().path("processed").asInt()).isZero();

      relay.open();

      worker.awaitStatus("succeeded", "1");
    }
  }

  @Test
  void aTaskIsNotAcknowledgedBeforeItsWorkSoALostConnectionRepeatsIt(
      TestVhost vhost, Channel channel, Connection connection) throws Exception {
    TaskEventLog events = TaskEventLog.read(connection);
    try (Relay relay = Relay.shutTo(vhost.broker()).open();
        RunningWorker worker = RunningWorker.start(vhost, relay, "warren.worker.dot-duration=2s")) {
      Tasks.send(channel, "1", ".");
      worker.awaitStatus("busy", "true");

      relay.shut();
      relay.open();

      worker.awaitStatus("succeeded", "2");
      assertThat(events.await("1", 4))
          .extracting(LostBrokerIT::typeAndAttempt)
          .isEqualTo(List.of("STARTED 1", "SUCCEEDED 1", "STARTED 2", "SUCCEEDED 2"));
      assertThat(worker.handled(WorkQueue.QUEUE, "rejected")).isZero();
      assertThat(worker.handled(WorkQueue.QUEUE, "requeued")).isOne();
    }
  }

  @Test
  void aTaskThatFailsWhenTheBrokerHasItBackIsNotSentOnASecondTime(TestVhost vhost, Channel channel)
      throws Exception {
    try (Relay relay = Relay.shutTo(vhost.broker()).open();
        RunningWorker worker =
            RunningWorker.start(
                vhost,
                relay,
                "warren.simulate-faults=true",
                "warren.worker.retry.mechanism=ladder",
                "warren.worker.retry.delays=1s")) {
      Tasks.send(channel, failingAfter2s("1"), "task".getBytes(UTF_8));
      worker.awaitStatus("busy", "true");

      relay.shut();
      relay.open();

      worker.awaitStatus("failed", "1");
      assertThat(worker.handled(WorkQueue.QUEUE, "requeued")).isOne();
      assertThat(worker.handled(WorkQueue.QUEUE, "retried")).isZero();
      assertThatQueue(vhost, WorkQueue.DEAD_LETTER_QUEUE).hasMessages(1);
    }
  }

  private static BasicProperties failingAfter2s(String id) {
    return new BasicProperties.Builder()
        .messageId(id)
        .headers(Map.of(Simulation.HANG_FOR, 2000, Simulation.FAIL_ATTEMPTS, 100))
        .build();
  }

  private static String typeAndAttempt(JsonNode event) {
    return event.path("type").asString() + " " + event.path("attempt").asInt();
  }
}

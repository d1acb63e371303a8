package dev.warren.worker.workqueue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import dev.warren.contracts.DeadLetter;
import dev.warren.contracts.Simulation;
import dev.warren.contracts.WorkQueue;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.MessageCollector;
import dev.warren.testkit.TestVhost;
import dev.warren.worker.support.RunningWorker;
import dev.warren.worker.support.Tasks;
import java.util.Map;
import org.junit.jupiter.api.Test;

@BrokerTest
class HungTaskIT {

  @Test
  void isCutOffAtItsDeadlineWhichIsAFailedAttempt(TestVhost vhost, Channel channel)
      throws Exception {
    MessageCollector dead = MessageCollector.consume(channel, WorkQueue.DEAD_LETTER_QUEUE);
    try (RunningWorker worker =
        RunningWorker.start(
            vhost,
            "warren.simulate-faults=true",
            "warren.worker.max-task-duration=100ms",
            "warren.worker.task-deadline=300ms",
            "warren.worker.retry.delays=")) {
      Tasks.send(
          channel,
          new BasicProperties.Builder()
              .messageId("hung")
              .headers(Map.of(Simulation.HANG_FOR, 3_600_000L))
              .build(),
          "hung".getBytes(UTF_8));
      Tasks.send(channel, "next", "next");

      Map<String, Object> headers = dead.expectOne().properties().getHeaders();
      assertThat(headers.get(DeadLetter.REASON)).hasToString("timed-out");
      assertThat(headers.get(DeadLetter.EXCEPTION)).asString().contains("300 ms");
      assertThat(headers).containsEntry(DeadLetter.ATTEMPTS, 1);
      worker.awaitStatus("succeeded", "1");
    }
  }
}

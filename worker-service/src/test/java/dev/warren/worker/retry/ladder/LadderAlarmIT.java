package dev.warren.worker.retry.ladder;

import static dev.warren.testkit.Bounds.soon;
import static dev.warren.testkit.Bounds.within;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import dev.warren.contracts.Simulation;
import dev.warren.contracts.WorkQueue;
import dev.warren.testkit.OwnBroker;
import dev.warren.worker.support.RunningWorker;
import dev.warren.worker.support.Tasks;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The broker blocks publishers, so also the copies that the ladder is made of. */
class LadderAlarmIT {

  private static final String RUNG = WorkQueue.RETRY_PREFIX + "600s";

  /** More than a task has attempts. */
  private static final int REFUSALS = 6;

  /** Whose copy meets the alarm first has no answer, and comes back. */
  private static final int AT_MOST = 2;

  private OwnBroker broker;

  @BeforeEach
  void startBroker() {
    broker = OwnBroker.start();
  }

  @AfterEach
  void stopBroker() {
    broker.close();
  }

  @Test
  void aTaskThatFailsDuringAnAlarmIsTriedNoOftenerThanElse() throws Exception {
    try (RunningWorker worker = worker();
        Connection connection = broker.connect();
        Channel channel = connection.createChannel()) {
      channel.confirmSelect();
      Tasks.send(channel, "slow", "..");
      BasicProperties failing =
          new BasicProperties.Builder()
              .messageId("failing")
              .headers(Map.of(Simulation.FAIL_ATTEMPTS, 100))
              .build();
      Tasks.send(channel, failing, "failing".getBytes(UTF_8));
      channel.waitForConfirmsOrDie(10_000);
      broker.raiseMemoryAlarm();

      within(Duration.ofSeconds(60))
          .until(() -> worker.published(RUNG, "not-sent"), refused -> refused >= REFUSALS);
      assertThat(worker.status().path("retried").asInt()).isLessThanOrEqualTo(AT_MOST);

      broker.clearMemoryAlarm();

      soon().until(() -> worker.published(RUNG, "confirmed") >= 1);
      GetResponse waiting = channel.basicGet(RUNG, true);
      assertThat((Integer) waiting.getProps().getHeaders().get(WorkQueue.RETRY_COUNT))
          .isLessThanOrEqualTo(AT_MOST);
      assertThat(channel.messageCount(WorkQueue.DEAD_LETTER_QUEUE)).isZero();
    }
  }

  private RunningWorker worker() {
    return RunningWorker.start(
        broker,
        "warren.simulate-faults=true",
        "warren.worker.dot-duration=2s",
        "warren.worker.retry.mechanism=ladder",
        "warren.worker.retry.delays=600s,600s,600s");
  }
}

package dev.warren.worker.workqueue;

import static dev.warren.testkit.Bounds.soon;
import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import dev.warren.contracts.Hello;
import dev.warren.contracts.Simulation;
import dev.warren.contracts.WorkQueue;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.TestVhost;
import dev.warren.testkit.management.ManagementClient;
import dev.warren.worker.support.RunningWorker;
import dev.warren.worker.support.Tasks;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator deletes a queue while the worker runs. */
@BrokerTest
class DeletedQueueIT {

  @ParameterizedTest
  @ValueSource(strings = {Hello.QUEUE, WorkQueue.QUEUE})
  void theWorkerDeclaresWhatItConsumesAsSoonAsItMissesIt(
      String queue, TestVhost vhost, Channel channel, ManagementClient management)
      throws IOException {
    try (RunningWorker worker = RunningWorker.start(vhost, "warren.topology.repair-interval=1h")) {
      soon().until(() -> channel.consumerCount(queue) == 1);

      channel.queueDelete(queue);

      soon().until(() -> management.queue(vhost.name(), queue).isPresent());
      soon().until(() -> channel.consumerCount(queue) == 1);
      channel.basicPublish("", queue, null, "again".getBytes(UTF_8));
      worker.awaitStatus(queue.equals(Hello.QUEUE) ? "hello" : "succeeded", "1");
    }
  }

  @Test
  void aRungOfTheLadderIsThereAgainAsSoonAsATaskMissesIt(
      TestVhost vhost, Channel channel, ManagementClient management) throws IOException {
    String rung = WorkQueue.RETRY_PREFIX + "600s";
    try (RunningWorker worker =
        RunningWorker.start(
            vhost,
            "warren.topology.repair-interval=1h",
            "warren.simulate-faults=true",
            "warren.worker.retry.mechanism=ladder",
            "warren.worker.retry.delays=600s")) {
      Tasks.send(channel, "1", "good"); // each new connection declares, also the publisher's
      worker.awaitStatus("succeeded", "1");

      channel.queueDelete(rung);
      Map<String, Object> failing = Map.of(Simulation.FAIL_ATTEMPTS, 100);
      BasicProperties properties = new BasicProperties.Builder().headers(failing).build();
      Tasks.send(channel, properties, "task".getBytes(UTF_8));

      soon().until(() -> management.queue(vhost.name(), rung).isPresent());
      assertThatQueue(vhost, rung).hasMessages(1);
      assertThat(worker.published(rung, "returned")).isPositive();
    }
  }

  @Test
  void whatNobodyMissesIsDeclaredAgainAfterAWhile(
      TestVhost vhost, Channel channel, ManagementClient management) throws IOException {
    String deadLetters = WorkQueue.DEAD_LETTER_QUEUE;
    try (RunningWorker worker = RunningWorker.start(vhost, "warren.topology.repair-interval=1s")) {
      worker.awaitStatus("succeeded", "0");

      channel.queueDelete(deadLetters);

      soon().until(() -> management.queue(vhost.name(), deadLetters).isPresent());
    }
  }
}

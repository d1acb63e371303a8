package dev.warren.worker.retry;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.warren.contracts.DeadLetter;
import dev.warren.contracts.Simulation;
import dev.warren.contracts.WorkQueue;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.MessageCollector;
import dev.warren.testkit.ReceivedMessage;
import dev.warren.testkit.TestVhost;
import dev.warren.worker.support.RunningWorker;
import dev.warren.worker.support.ShortRetries;
import dev.warren.worker.support.TaskEventLog;
import dev.warren.worker.support.Tasks;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is seen of a failing task from outside, by whatever means it is tried again. */
@BrokerTest
public abstract class RetryContract {

  private final String asked;
  private final boolean othersFlowPast;

  /**
   * @param asked the setting
   * @param othersFlowPast a waiting task does not hold up those behind it
   */
  protected RetryContract(String asked, boolean othersFlowPast) {
    this.asked = asked;
    this.othersFlowPast = othersFlowPast;
  }

  /** The mechanism that a worker with the setting uses on this broker. */
  protected abstract String used(TestVhost vhost);

  @Test
  void aTaskThatFailsTwiceSucceedsAtItsThirdAttempt(
      TestVhost vhost, Channel channel, Connection connection) throws Exception {
    ShortRetries.in(vhost);
    TaskEventLog events = TaskEventLog.read(connection);
    try (RunningWorker worker = worker(vhost)) {
      Tasks.send(channel, failing("flaky", 2), "flaky".getBytes(UTF_8));
      Tasks.send(channel, "behind", "behind it");

      List<JsonNode> told = events.await("flaky", 6);
      assertThat(told)
          .extracting(event -> event.path("type").asString() + event.path("attempt").asInt())
          .containsExactly(
              "STARTED1", "RETRYING1", "STARTED2", "RETRYING2", "STARTED3", "SUCCEEDED3");
      assertThat(told.get(1).path("error").asString()).contains("simulated");
      Instant behind = at(events.await("behind", 2).get(1));
      assertThat(behind.isBefore(at(told.get(4)))).isEqualTo(othersFlowPast);
      assertThat(worker.status().path("retryMechanism").asString()).isEqualTo(used(vhost));
      worker.awaitStatus("succeeded", "2");
      // a worker that others wait for makes all attempts at one delivery
      assertThat(worker.handled(WorkQueue.QUEUE, "retried")).isEqualTo(othersFlowPast ? 2 : 0);
    }
    assertThatQueue(vhost, WorkQueue.QUEUE).hasMessages(0);
    assertThatQueue(vhost, WorkQueue.DEAD_LETTER_QUEUE).hasMessages(0);
  }

  @Test
  void aTaskThatAlwaysFailsBecomesADeadLetterThatSaysWhy(
      TestVhost vhost, Channel channel, Connection connection) throws Exception {
    ShortRetries.in(vhost);
    MessageCollector dead = MessageCollector.consume(channel, WorkQueue.DEAD_LETTER_QUEUE);
    long before = System.currentTimeMillis();
    try (RunningWorker worker = worker(vhost)) {
      Tasks.send(channel, failing("hopeless", 100), "hopeless".getBytes(UTF_8));

      assertIsTheOriginalWithReasons(dead.expectOne(), before);
      dead.expectNothingElse();
      worker.awaitStatus("failed", "1").awaitStatus("retried", "2");
    }
    List<JsonNode> told = TaskEventLog.read(connection).await("hopeless", 6);
    assertThat(told.get(5).path("type").asString()).isEqualTo("FAILED");
    assertThat(told.get(5).path("attempt").asInt()).isEqualTo(3);
    assertThatQueue(vhost, WorkQueue.QUEUE).hasMessages(0);
  }

  private static void assertIsTheOriginalWithReasons(ReceivedMessage letter, long before) {
    Map<String, Object> headers = letter.properties().getHeaders();
    assertThat(letter.body()).isEqualTo("hopeless");
    assertThat(letter.properties().getMessageId()).isEqualTo("hopeless");
    assertThat(letter.properties().getContentType()).isEqualTo("text/x-note");
    assertThat(letter.properties().getCorrelationId()).isEqualTo("kept");
    assertThat(letter.properties().getExpiration()).isNull();
    assertThat(headers)
        .containsEntry(DeadLetter.ATTEMPTS, 3)
        .containsKeys(DeadLetter.WORKER, "mine")
        .doesNotContainKeys("x-delivery-count", "x-death", WorkQueue.RETRY_COUNT, "CC");
    assertThat(headers.get(DeadLetter.REASON)).hasToString("failed");
    assertThat(headers.get(DeadLetter.EXCEPTION)).asString().contains("SimulatedFault");
    assertThat((Long) headers.get(DeadLetter.FIRST_ATTEMPT_AT))
        .isBetween(before, (Long) headers.get(DeadLetter.FAILED_AT));
  }

  private RunningWorker worker(TestVhost vhost) throws IOException {
    return RunningWorker.start(
        vhost,
        "warren.simulate-faults=true",
        "warren.worker.retry.mechanism=" + asked,
        "warren.worker.retry.in-process.delay=50ms",
        ShortRetries.DELAYS);
  }

  private static BasicProperties failing(String id, int attempts) {
    Map<String, Object> headers = new HashMap<>();
    headers.put(Simulation.FAIL_ATTEMPTS, attempts);
    headers.put("mine", "kept");
    headers.put("CC", List.of("a-copy-that-nobody-gets"));
    return new BasicProperties.Builder()
        .messageId(id)
        .headers(headers)
        .contentType("text/x-note")
        .correlationId("kept")
        .expiration("60000")
        .build();
  }

  private static Instant at(JsonNode event) {
    return Instant.parse(event.path("at").asString());
  }
}

package dev.warren.producer.workqueue;

import static dev.warren.testkit.Bounds.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.WorkQueue;
import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerTest;
import dev.warren.testkit.TestVhost;
import dev.warren.testkit.management.ManagementClient;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The queue has a limit and rejects what comes after, so callers are told instead of deceived. */
@ProducerTest
class FullQueueIT {

  private static final String POLICY = "small";
  private static final int LIMIT = 5;
  private static final int MANY = 200;

  /** A quorum queue tells channels that it is full a moment later, so a short bulk may pass. */
  private static final int BULK = 10_000;

  private final Api api;

  FullQueueIT(@LocalServerPort int port) {
    this.api = new Api(port);
  }

  @BeforeEach
  void limit(TestVhost vhost, ManagementClient management) {
    Map<String, Object> small = Map.of("max-length", LIMIT, "overflow", "reject-publish");
    management.setPolicy(vhost.name(), POLICY, WorkQueue.QUEUE, small);
    soon()
        .untilAsserted(
            () ->
                assertThat(management.queue(vhost.name(), WorkQueue.QUEUE))
                    .hasValueSatisfying(queue -> assertThat(queue.policy()).isEqualTo(POLICY)));
  }

  @AfterEach
  void lift(TestVhost vhost, ManagementClient management, Channel channel) throws IOException {
    management.deletePolicy(vhost.name(), POLICY);
    channel.queuePurge(WorkQueue.QUEUE);
  }

  @Test
  void aTaskTooManyIsRefusedWithTheTimeToTryAgainAndNothingIsDropped(Channel channel)
      throws IOException {
    int accepted = 0;
    Answer answer = submit();
    while (answer.status() == 202 && accepted < MANY) {
      accepted++;
      answer = submit();
    }

    answer.assertProblem(429, "nacked");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(answer.text("id")).isNotEmpty();
    assertThat(channel.messageCount(WorkQueue.QUEUE)).isEqualTo(accepted);

    channel.queuePurge(WorkQueue.QUEUE);
    soon().until(() -> submit().status() == 202);
  }

  @Test
  void ofABulkEachTaskThatFoundRoomIsConfirmedAndOfAnotherNone(Channel channel) throws IOException {
    JsonNode items = bulk().assertStatus(207).json().get("items");

    List<String> outcomes =
        items.valueStream().map(item -> item.get("outcome").asString()).toList();
    assertThat(outcomes).hasSize(BULK).containsOnly("confirmed", "nacked").startsWith("confirmed");
    assertThat(channel.messageCount(WorkQueue.QUEUE))
        .isEqualTo(Collections.frequency(outcomes, "confirmed"));

    Answer none = bulk().assertProblem(429, "nacked");
    assertThat(none.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(none.json().get("items").valueStream())
        .hasSize(BULK)
        .allMatch(item -> item.get("outcome").asString().equals("nacked"));
  }

  private Answer submit() {
    return api.postText("/api/tasks", "a task");
  }

  private Answer bulk() {
    String tasks = String.join(",", Collections.nCopies(BULK, "{\"text\":\"a task\"}"));
    return api.postJson("/api/tasks/bulk", "[" + tasks + "]");
  }
}

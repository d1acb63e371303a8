package dev.warren.producer.deadletters;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.WorkQueue;
import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerTest;
import dev.warren.testkit.Bounds;
import dev.warren.testkit.TestVhost;
import dev.warren.testkit.management.ManagementClient;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProducerTest
class FullQueueIT {

  private static final String THREE_TASKS =
      """
      {"policies":[{"name":"full","pattern":"^task_queue$","apply-to":"queues","priority":9,
        "definition":{"max-length":3,"overflow":"reject-publish"}}]}\
      """;

  private final Api api;

  FullQueueIT(@LocalServerPort int port) {
    this.api = new Api(port);
  }

  @Test
  void whatDoesNotFitStaysWhereItIs(Channel channel, TestVhost vhost, ManagementClient management)
      throws IOException {
    management.importDefinitions(vhost.name(), THREE_TASKS);
    Bounds.soon().untilAsserted(() -> assertThatQueue(vhost, WorkQueue.QUEUE).hasPolicy("full"));
    Letters.putMany(channel, 200);

    Answer answer = api.postJson("/api/dead-letters/replay", "{\"all\":true}").assertStatus(207);

    int done = answer.json().get("done").asInt();
    assertThat(done).isBetween(3, 50);
    assertThat(answer.json().get("more").asBoolean()).isTrue();
    assertThat(answer.json().get("items").valueStream().map(i -> i.get("outcome").asString()))
        .containsOnly("replayed", "nacked");
    assertThatQueue(vhost, WorkQueue.QUEUE).hasMessages(done);
    assertThatQueue(vhost, WorkQueue.DEAD_LETTER_QUEUE).hasMessages(200 - done);
  }
}

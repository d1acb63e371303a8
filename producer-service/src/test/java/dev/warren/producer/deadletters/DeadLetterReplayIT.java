package dev.warren.producer.deadletters;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import dev.warren.contracts.DeadLetter;
import dev.warren.contracts.Rpc;
import dev.warren.contracts.WorkQueue;
import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerTest;
import dev.warren.testkit.Bounds;
import dev.warren.testkit.MessageCollector;
import dev.warren.testkit.ReceivedMessage;
import dev.warren.testkit.TestBroker;
import dev.warren.testkit.TestVhost;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProducerTest
class DeadLetterReplayIT {

  private static final String LETTERS = "/api/dead-letters";

  private final Api api;

  DeadLetterReplayIT(@LocalServerPort int port) {
    this.api = new Api(port);
  }

  @AfterEach
  void purge(Channel channel) throws IOException {
    channel.queueDeclare(WorkQueue.QUEUE, true, false, false, Map.of("x-queue-type", "quorum"));
    channel.queuePurge(WorkQueue.QUEUE);
    channel.queuePurge(WorkQueue.DEAD_LETTER_QUEUE);
    channel.queuePurge(Rpc.DEAD_LETTER_QUEUE);
  }

  @Test
  void putsATaskBackAsItWasWithoutTheMarksOfItsDeath(Channel channel, TestVhost vhost)
      throws IOException {
    Letters.put(channel, Letters.failed("a"), "text of a".getBytes(UTF_8));

    Answer answer = api.postJson(LETTERS + "/a/replay", "").assertStatus(200);

    assertThat(answer.text("outcome")).isEqualTo("replayed");
    GetResponse task = Objects.requireNonNull(channel.basicGet(WorkQueue.QUEUE, true));
    assertThat(new String(task.getBody(), UTF_8)).isEqualTo("text of a");
    assertThat(task.getProps().getMessageId()).isEqualTo("a");
    assertThat(task.getProps().getTimestamp()).isEqualTo(Letters.SENT);
    assertThat(task.getProps().getAppId()).isEqualTo("a-sender");
    assertThat(task.getProps().getContentType()).isEqualTo("text/plain");
    assertThat(task.getProps().getHeaders())
        .containsKey("colour")
        .containsEntry(DeadLetter.REPLAYED, 1);
    assertThat(task.getProps().getHeaders().keySet()).doesNotContainAnyElementsOf(Letters.MARKS);
    assertThatQueue(vhost, WorkQueue.DEAD_LETTER_QUEUE).hasMessages(0);
  }

  @Test
  void aTaskThatIsPutBackIsQueuedAgain(Channel channel) throws IOException {
    Letters.put(channel, Letters.failed("queued-again"), "text".getBytes(UTF_8));

    api.postJson(LETTERS + "/queued-again/replay", "").assertStatus(200);

    Answer task = api.get("/api/tasks/queued-again").assertStatus(200);
    assertThat(task.text("state")).isEqualTo("queued");
    assertThat(task.text("text")).isEqualTo("text");
    assertThat(task.json().get("replays").asInt()).isEqualTo(1);
  }

  @Test
  void putsBackWhatNobodyExpected(Channel channel, TestBroker broker) throws IOException {
    BasicProperties odd =
        new BasicProperties.Builder()
            .deliveryMode(broker.atLeast(4, 0) ? 7 : 2) // an older one refuses it
            .userId(broker.username())
            .headers(Map.of("x-death", "mine", DeadLetter.REPLAYED, Integer.MAX_VALUE))
            .build();
    Letters.put(channel, odd, new byte[] {(byte) 0xC3, 0x28});

    Answer answer = api.postJson(LETTERS + "/replay", "{\"all\":true}").assertStatus(200);

    String id = answer.json().at("/items/0/id").asString();
    GetResponse task = Objects.requireNonNull(channel.basicGet(WorkQueue.QUEUE, true));
    assertThat(task.getProps().getMessageId()).isEqualTo(id);
    assertThat(task.getProps().getUserId()).isNull();
    assertThat(task.getProps().getHeaders())
        .containsEntry(DeadLetter.REPLAYED, Integer.MAX_VALUE)
        .doesNotContainKey("x-death");
    assertThat(task.getBody()).containsExactly(0xC3, 0x28);
  }

  @Test
  void putsBackSomeAndSaysWhatBecameOfEach(Channel channel, TestVhost vhost) throws IOException {
    Letters.putMany(channel, 120);

    Answer answer =
        api.postJson(LETTERS + "/replay", "{\"ids\":[\"letter-110\",\"nobody\",\"letter-7\"]}")
            .assertStatus(207);

    assertThat(answer.json().get("done").asInt()).isEqualTo(2);
    assertThat(answer.json().get("items").valueStream().map(item -> item.get("id").asString()))
        .containsExactly("letter-7", "letter-110", "nobody");
    assertThat(answer.json().at("/items/2/outcome").asString()).isEqualTo("not-found");
    assertThat(MessageCollector.consume(channel, WorkQueue.QUEUE).expect(2))
        .extracting(ReceivedMessage::body)
        .containsExactly("letter-7", "letter-110");
    assertThatQueue(vhost, WorkQueue.DEAD_LETTER_QUEUE).hasMessages(118);
    assertThat(api.get(LETTERS + "?limit=2").json().at("/letters/0/id").asString())
        .isEqualTo("letter-0");
  }

  @Test
  void putsBackThoseOfOneReason(Channel channel, TestVhost vhost) throws IOException {
    Letters.putMany(channel, 3);
    Letters.put(channel, new BasicProperties(), "other".getBytes(UTF_8));

    api.postJson(LETTERS + "/replay", "{\"all\":true,\"reason\":\"failed\"}").assertStatus(200);

    assertThatQueue(vhost, WorkQueue.DEAD_LETTER_QUEUE).hasMessages(1);
    assertThatQueue(vhost, WorkQueue.QUEUE).hasMessages(3);
  }

  @Test
  void fiveThousandComeBackOnceEachInTheirOrder(Channel channel, TestVhost vhost)
      throws IOException {
    Letters.putMany(channel, 5_000);

    Answer answer = api.postJson(LETTERS + "/replay", "{\"all\":true}").assertStatus(200);

    assertThat(answer.json().get("done").asInt()).isEqualTo(5_000);
    assertThat(answer.json().get("more").asBoolean()).isFalse();
    List<ReceivedMessage> tasks = MessageCollector.consume(channel, WorkQueue.QUEUE).expect(5_000);
    for (int i = 0; i < tasks.size(); i++) {
      assertThat(tasks.get(i).body()).isEqualTo("letter-" + i);
    }
    assertThatQueue(vhost, WorkQueue.DEAD_LETTER_QUEUE).hasMessages(0);
  }

  @Test
  void nothingLeavesWhileItsQueueIsMissing(Channel channel, TestVhost vhost) throws IOException {
    Letters.putMany(channel, 1);
    channel.queueDelete(WorkQueue.QUEUE);

    api.postJson(LETTERS + "/letter-0/replay", "").assertProblem(503, "unroutable");

    assertThatQueue(vhost, WorkQueue.DEAD_LETTER_QUEUE).hasMessages(1);
    Bounds.soon().until(() -> api.postJson(LETTERS + "/letter-0/replay", "").status() == 200);
    assertThatQueue(vhost, WorkQueue.QUEUE).hasMessages(1);
  }

  @Test
  void nobodyIsAnsweredTwice(Channel channel, TestVhost vhost) throws IOException {
    Letters.put(channel, Rpc.DEAD_LETTER_QUEUE, Letters.failed("call"), "30".getBytes(UTF_8));

    api.postJson(LETTERS + "/call/replay", "").assertProblem(409, "not-replayable");
    api.postJson(LETTERS + "/replay", "{\"all\":true,\"queue\":\"rpc_queue.dlq\"}")
        .assertProblem(409, "not-replayable");
    api.postJson(LETTERS + "/replay", "{\"all\":true}").assertStatus(200);

    assertThatQueue(vhost, Rpc.DEAD_LETTER_QUEUE).hasMessages(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"all\":false}",
        "{\"all\":true,\"ids\":[\"a\"]}",
        "{\"ids\":[]}",
        "{\"ids\":[null]}",
        "{\"ids\":\"a\"}",
        "{\"ids\":[\"a\"],\"reason\":\"failed\"}",
        "{\"all\":true,\"queue\":\"task_queue\"}",
        "{\"all\":true,\"colour\":\"green\"}"
      })
  void refusesWhatDoesNotSayWhich(String body) {
    api.postJson(LETTERS + "/replay", body).assertProblem(400, "invalid-field");
  }

  @Test
  void refusesWhatIsNotThere() {
    api.postJson(LETTERS + "/nobody/replay", "").assertProblem(404, "not-found");
    api.postJson(LETTERS + "/replay", "{\"ids\":[\"x\",\"y\"]}").assertProblem(404, "not-found");
    api.postJson(LETTERS + "/replay", "{").assertProblem(400, "malformed-request");
  }
}

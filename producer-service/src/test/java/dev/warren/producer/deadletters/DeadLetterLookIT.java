package dev.warren.producer.deadletters;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import dev.warren.contracts.WorkQueue;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerTest;
import dev.warren.testkit.Bounds;
import dev.warren.testkit.TestBroker;
import dev.warren.testkit.TestVhost;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ProducerTest
class DeadLetterLookIT {

  private static final String LETTERS = "/api/dead-letters";

  private final Api api;

  DeadLetterLookIT(@LocalServerPort int port) {
    this.api = new Api(port);
  }

  @AfterEach
  void purge(Channel channel) throws IOException {
    channel.queuePurge(WorkQueue.QUEUE);
    channel.queuePurge(WorkQueue.DEAD_LETTER_QUEUE);
  }

  @Test
  void tellsWhyAndWhenATaskWasGivenUp(Channel channel) throws IOException {
    Letters.put(channel, Letters.failed("a"), "text of a".getBytes(UTF_8));

    JsonNode list = api.get(LETTERS + "?queue=task_queue.dlq").assertStatus(200).json();

    assertThat(list.at("/queues/0/name").asString()).isEqualTo("task_queue.dlq");
    assertThat(list.at("/queues/0/letters").asInt()).isEqualTo(1);
    JsonNode letter = list.at("/letters/0");
    assertThat(letter.get("id").asString()).isEqualTo("a");
    assertThat(letter.get("queue").asString()).isEqualTo("task_queue.dlq");
    assertThat(letter.get("reason").asString()).isEqualTo("failed");
    assertThat(letter.get("error").asString()).endsWith("IllegalStateException: no luck");
    assertThat(letter.get("attempts").asInt()).isEqualTo(4);
    assertThat(letter.get("worker").asString()).isEqualTo("worker-1");
    assertThat(letter.get("deadAt").asString()).isEqualTo(Letters.DEAD.toString());
    assertThat(letter.get("age").asLong()).isPositive();
    assertThat(letter.get("text").asString()).isEqualTo("text of a");
    assertThat(letter.get("replayTo").asString()).isEqualTo("task_queue");
  }

  @Test
  void tellsWhatTheBrokerKnowsOfOneThatItDeadLetteredItself(Channel channel) throws IOException {
    BasicProperties sent = new BasicProperties.Builder().messageId("b").build();
    Letters.put(channel, WorkQueue.QUEUE, sent, "text of b".getBytes(UTF_8));
    reject(channel);

    Bounds.soon()
        .until(() -> api.get(LETTERS).json().at("/queues/0/letters").asInt(), is -> is == 1);
    JsonNode letter = api.get(LETTERS).json().at("/letters/0");
    assertThat(letter.get("reason").asString()).isEqualTo("rejected");
    assertThat(Instant.parse(letter.get("deadAt").asString())).isAfter(Letters.DEAD);
    assertThat(letter.at("/origin/queue").asString()).isEqualTo("task_queue");
    assertThat(letter.at("/origin/routingKey").asString()).isEqualTo("task_queue");
  }

  private static void reject(Channel channel) throws IOException {
    GetResponse task = channel.basicGet(WorkQueue.QUEUE, false);
    channel.basicReject(task.getEnvelope().getDeliveryTag(), false);
  }

  @Test
  void lookingOftenNeitherLosesNorReordersAnything(Channel channel, TestVhost vhost)
      throws IOException {
    Letters.putMany(channel, 160);
    List<String> all = IntStream.range(0, 160).mapToObj(i -> "letter-" + i).toList();

    for (int look = 0; look < 25; look++) {
      assertThat(ids(api.get(LETTERS + "?limit=160").json())).as("look %d", look).isEqualTo(all);
      assertThat(ids(api.get(LETTERS + "?limit=3").json())).isEqualTo(all.subList(0, 3));
      assertThat(api.get(LETTERS + "/letter-120").assertStatus(200).text("body"))
          .isEqualTo("letter-120");
    }
    assertThatQueue(vhost, WorkQueue.DEAD_LETTER_QUEUE).hasMessages(160);
  }

  @Test
  void showsAllOfALetterWhateverItIs(Channel channel, TestBroker broker) throws IOException {
    byte[] bytes = {(byte) 0xC3, 0x28, 0};
    Map<String, Object> headers = new HashMap<>();
    headers.put("x-death", "mine");
    headers.put("x-warren-failed-at", Long.MAX_VALUE);
    headers.put("x-warren-attempts", List.of(Map.of("deep", List.of(new byte[] {1}))));
    headers.put("when", Date.from(Instant.EPOCH));
    headers.put("nothing", "");
    BasicProperties odd =
        new BasicProperties.Builder()
            .messageId("../odd \u00fc\n")
            .deliveryMode(broker.atLeast(4, 0) ? 7 : 2) // an older one refuses it
            .headers(headers)
            .build();
    Letters.put(channel, odd, bytes);

    JsonNode listed = api.get(LETTERS).assertStatus(200).json().at("/letters/0");
    assertThat(listed.get("id").asString()).matches("foreign-[0-9a-f-]{36}");
    assertThat(listed.get("text").isNull()).isTrue();
    assertThat(listed.get("deadAt").isNull()).isTrue();
    JsonNode whole = api.get(LETTERS + "/" + listed.get("id").asString()).assertStatus(200).json();
    assertThat(whole.get("messageId").asString()).isEqualTo("../odd \u00fc\n");
    assertThat(whole.get("encoding").asString()).isEqualTo("base64");
    assertThat(Base64.getDecoder().decode(whole.get("body").asString())).isEqualTo(bytes);
    assertThat(whole.at("/headers/when").asString()).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(whole.at("/headers/x-warren-attempts/0/deep/0").asString()).isEqualTo("AQ==");
  }

  @Test
  void aLetterWithoutAnIdHasTheSameOneEachTime(Channel channel) throws IOException {
    Letters.put(channel, new BasicProperties(), "one".getBytes(UTF_8));
    Letters.put(channel, new BasicProperties(), "another".getBytes(UTF_8));

    List<String> ids = ids(api.get(LETTERS).json());

    assertThat(ids).hasSize(2).doesNotHaveDuplicates().isEqualTo(ids(api.get(LETTERS).json()));
    assertThat(api.get(LETTERS + "/" + ids.get(1)).assertStatus(200).text("body"))
        .isEqualTo("another");
  }

  @Test
  void findsThoseOfOneReason(Channel channel) throws IOException {
    Letters.putMany(channel, 60);
    Letters.put(channel, new BasicProperties(), "other".getBytes(UTF_8));

    assertThat(api.get(LETTERS + "?reason=unknown").json().get("letters")).hasSize(1);
    assertThat(api.get(LETTERS + "?reason=failed&limit=70").json().get("letters")).hasSize(60);
  }

  @Test
  void refusesWhatMakesNoSense() {
    api.get(LETTERS + "?limit=0").assertProblem(400, "invalid-field");
    api.get(LETTERS + "?limit=1001").assertProblem(400, "invalid-field");
    api.get(LETTERS + "?limit=many").assertProblem(400, "invalid-field");
    api.get(LETTERS + "?queue=task_queue").assertProblem(400, "invalid-field");
    api.get(LETTERS + "/no-such-letter").assertProblem(404, "not-found");
    api.get(LETTERS + "/a?queue=nowhere").assertProblem(400, "invalid-field");
  }

  private static List<String> ids(JsonNode list) {
    return list.get("letters").valueStream().map(letter -> letter.get("id").asString()).toList();
  }
}

package dev.warren.producer.workqueue;

import static dev.warren.producer.Messages.assertSent;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerTest;
import dev.warren.testkit.MessageCollector;
import dev.warren.testkit.ReceivedMessage;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ProducerTest
class BulkIT {

  private static final String BULK = "/api/tasks/bulk";

  private final Api api;

  BulkIT(@LocalServerPort int port) {
    this.api = new Api(port);
  }

  @AfterEach
  void purge(Channel channel) throws IOException {
    channel.queueDeclare("task_queue", true, false, false, Map.of("x-queue-type", "quorum"));
    channel.queuePurge("task_queue");
  }

  @Test
  void tenThousandTasksAreConfirmedInOrder(Channel channel) throws IOException {
    String body = tasks(10_000, ",", "[", "]");
    Answer answer = api.postJson(BULK, body).assertStatus(202);
    assertThat(answer.json().get("confirmed").asInt()).isEqualTo(10_000);
    List<ReceivedMessage> received = MessageCollector.consume(channel, "task_queue").expect(10_000);
    JsonNode items = answer.json().get("items");
    for (int i : new int[] {0, 1, 4_999, 9_999}) {
      assertSent(received.get(i), items.get(i).get("id").asString(), "task " + i);
    }
    assertThat(items.valueStream().map(item -> item.get("outcome").asString()).distinct())
        .containsExactly("confirmed");
  }

  @Test
  void linesAreTasksToo(Channel channel) throws IOException {
    Answer answer = ndjson(tasks(3, "\r\n", "", "\n\n")).assertStatus(202);
    List<ReceivedMessage> received = MessageCollector.consume(channel, "task_queue").expect(3);
    for (int i = 0; i < 3; i++) {
      String id = answer.json().get("items").get(i).get("id").asString();
      assertSent(received.get(i), id, "task " + i);
    }
  }

  @Test
  void invalidItemSpoilsItselfOnly(Channel channel) throws IOException {
    Answer answer =
        ndjson(
                "{\"text\":\"good\"}\n{\"text\":\"\"}\n{oops\n[1]\n"
                    .concat("{\"text\":\"a\",\"colour\":{\"x\":1}}\n{\"text\":\"fine\"}"))
            .assertStatus(207);
    assertThat(answer.json().get("items").valueStream().map(i -> i.get("outcome").asString()))
        .containsExactly("confirmed", "invalid", "invalid", "invalid", "invalid", "confirmed");
    assertThat(answer.json().get("items").valueStream().map(i -> i.path("error").asString("")))
        .containsExactly(
            "",
            "text must be a text that is not empty",
            "is not well-formed JSON",
            "must be a JSON object",
            "colour is unknown",
            "");
    MessageCollector worker = MessageCollector.consume(channel, "task_queue");
    assertThat(worker.expect(2)).extracting(ReceivedMessage::body).containsExactly("good", "fine");
    worker.expectNothingElse();
  }

  @Test
  void malformedArraySendsNothing(Channel channel) throws IOException {
    api.postJson(BULK, "[{\"text\":\"a\"},{\"text\":").assertProblem(400, "malformed-request");
    api.postJson(BULK, "{\"text\":\"a\"}").assertProblem(400, "malformed-request");
    api.postJson(BULK, "[{\"text\":\"a\"}] []").assertProblem(400, "malformed-request");
    api.postJson(BULK, "[]").assertProblem(400, "malformed-request");
    api.postJson(BULK, "").assertProblem(400, "malformed-request");
    api.postJson(BULK, "[{},5,null]").assertProblem(400, "invalid-field");
    MessageCollector.consume(channel, "task_queue").expectNothingElse();
  }

  @Test
  void tooManyTasksOrTooMuchTextSendNothing(Channel channel) throws IOException {
    api.postJson(BULK, tasks(10_001, ",", "[", "]")).assertProblem(413, "body-too-large");
    ndjson(tasks(10_001, "\n", "", "")).assertProblem(413, "body-too-large");
    String text = "x".repeat(1024 * 1024);
    api.postJson(BULK, "[{\"text\":\"" + text + "\"}]").assertProblem(413, "body-too-large");
    MessageCollector.consume(channel, "task_queue").expectNothingElse();
  }

  @Test
  void bulkOfWhichNothingArrivedIsAProblemThatHasTheItems(Channel channel) throws IOException {
    channel.queueDelete("task_queue");
    Answer answer = api.postJson(BULK, tasks(2, ",", "[", "]")).assertProblem(503, "unroutable");
    assertThat(answer.json().get("items").valueStream().map(i -> i.get("outcome").asString()))
        .containsExactly("unroutable", "unroutable");
  }

  private Answer ndjson(String lines) {
    return api.send("POST", BULK, "application/x-ndjson", BodyPublishers.ofString(lines));
  }

  private static String tasks(int count, String separator, String start, String end) {
    return IntStream.range(0, count)
        .mapToObj("{\"text\":\"task %d\"}"::formatted)
        .collect(Collectors.joining(separator, start, end));
  }
}

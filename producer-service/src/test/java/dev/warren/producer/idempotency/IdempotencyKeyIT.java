package dev.warren.producer.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.Hello;
import dev.warren.contracts.WorkQueue;
import dev.warren.producer.Answer;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.DatabaseTest;
import dev.warren.testkit.MessageCollector;
import dev.warren.testkit.TestDatabase;
import dev.warren.testkit.TestVhost;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** The same request, again: one effect, one answer. */
@BrokerTest
class IdempotencyKeyIT {

  private static final String LOG = "{\"text\":\"a log\"}";
  private static final String TASK = "{\"text\":\"a task\"}";
  private static final String ORDER = "{\"item\":\"carrot cake\",\"quantity\":2}";

  @DatabaseTest
  void everyEndpointHasOneEffectAndOneAnswer(
      TestDatabase database, TestVhost vhost, Channel channel) throws Exception {
    try (KeyedProducer producer = start(vhost, database)) {
      MessageCollector hello = MessageCollector.consume(channel, Hello.QUEUE);
      MessageCollector tasks = MessageCollector.consume(channel, WorkQueue.QUEUE);
      MessageCollector logs = logs(channel);

      assertRepeated(producer, "/api/hello", TASK, hello);
      assertRepeated(producer, "/api/tasks", TASK, tasks);
      assertRepeated(producer, "/api/logs", LOG, logs);
      assertRepeated(producer, "/api/logs/direct", LOG, logs);
      assertRepeated(producer, "/api/logs/topic", LOG, logs);
      assertRepeated(
          producer, "/api/logs/headers", "{\"text\":\"a log\",\"headers\":{\"a\":1}}", logs);
      Answer order = assertSame(producer, "/api/orders", ORDER);
      assertThat(order.headers().firstValue("Location"))
          .hasValue("/api/orders/" + order.text("id"));
      assertThat(producer.rows("customer_order")).isOne();
      assertThat(producer.count("new")).isEqualTo(7);
      assertThat(producer.count("repeated")).isEqualTo(7);
    }
  }

  private static MessageCollector logs(Channel channel) throws IOException {
    MessageCollector logs = MessageCollector.bind(channel, "logs", "");
    channel.queueBind(logs.queue(), "direct_logs", "info");
    channel.queueBind(logs.queue(), "topic_logs", "#");
    channel.queueBind(logs.queue(), "header_test", "");
    return logs;
  }

  private static void assertRepeated(
      KeyedProducer producer, String path, String body, MessageCollector receiver)
      throws IOException {
    Answer answer = assertSame(producer, path, body);
    assertThat(receiver.expectOne().properties().getMessageId()).isEqualTo(answer.text("id"));
    receiver.expectNothingElse();
  }

  /** Of each endpoint the same key is another one. */
  private static Answer assertSame(KeyedProducer producer, String path, String body) {
    Answer first = producer.json("same", path, body);
    Answer second = producer.json("\"same\"", path, body);
    assertThat(first.status()).as(first.body()).isBetween(200, 299);
    assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(second.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    assertThat(second.status()).isEqualTo(first.status());
    assertThat(second.body()).isEqualTo(first.body());
    for (String header : List.of("Content-Type", "Location")) {
      assertThat(second.headers().firstValue(header)).isEqualTo(first.headers().firstValue(header));
    }
    return first;
  }

  @DatabaseTest
  void manyCallersOfTwoReplicasHaveOneEffect(
      TestDatabase database, TestVhost vhost, Channel channel) throws Exception {
    MessageCollector tasks = MessageCollector.consume(channel, WorkQueue.QUEUE);
    String id;
    try (KeyedProducer one = start(vhost, database);
        KeyedProducer other = start(vhost, database)) {
      other.task("before", "migrates").assertStatus(202);
      tasks.expectOne();

      List<Answer> answers =
          Callers.atOnce(16, i -> (i % 2 == 0 ? one : other).task("key", "a task"));

      assertThat(answers).extracting(Answer::status).isSubsetOf(202, 409).contains(202);
      assertThat(bodies(answers, 202)).hasSize(1);
      id = tasks.expectOne().properties().getMessageId();
      tasks.expectNothingElse();
      assertThat(one.task("key", "a task").assertStatus(202).text("id")).isEqualTo(id);
      assertThat(other.task("key", "a task").assertStatus(202).text("id")).isEqualTo(id);
    }
    try (KeyedProducer restarted = start(vhost, database)) {
      assertThat(restarted.task("key", "a task").assertStatus(202).text("id")).isEqualTo(id);
      tasks.expectNothingElse();
    }
  }

  private static List<String> bodies(List<Answer> answers, int status) {
    return answers.stream()
        .filter(answer -> answer.status() == status)
        .map(Answer::body)
        .distinct()
        .toList();
  }

  @DatabaseTest
  void whatWasCutOffIsDoneAgainUnderTheSameIds(
      TestDatabase database, TestVhost vhost, Channel channel) throws Exception {
    MessageCollector tasks = MessageCollector.consume(channel, WorkQueue.QUEUE);
    try (KeyedProducer producer = start(vhost, database)) {
      String id = producer.task("key", "a task").assertStatus(202).text("id");
      JsonNode bulk = producer.json("key", "/api/tasks/bulk", bulk(3)).assertStatus(202).json();
      JsonNode order = producer.json("key", "/api/orders", ORDER).assertStatus(201).json();
      List<String> sent = ids(tasks, 4);

      producer.forgetAnswers();

      Answer early = producer.task("key", "a task").assertProblem(409, "idempotency-key-in-use");
      assertThat(early.headers().firstValue("Retry-After")).hasValue("1");

      producer.endLeases();

      assertThat(producer.task("key", "a task").assertStatus(202).text("id")).isEqualTo(id);
      assertThat(producer.json("key", "/api/tasks/bulk", bulk(3)).json()).isEqualTo(bulk);
      assertThat(ids(tasks, 4)).isEqualTo(sent).doesNotHaveDuplicates();
      Answer again = producer.json("key", "/api/orders", ORDER).assertStatus(201);
      assertThat(again.text("id")).isEqualTo(order.get("id").asString());
      assertThat(producer.rows("customer_order")).isOne();
      assertThat(producer.rows("outbox")).isOne();
      assertThat(producer.count("taken-over")).isEqualTo(3);
      assertThat(producer.task("key", "a task").headers().firstValue("Idempotency-Replayed"))
          .hasValue("true");
    }
  }

  private static List<String> ids(MessageCollector tasks, int count) {
    return tasks.expect(count).stream().map(task -> task.properties().getMessageId()).toList();
  }

  private static KeyedProducer start(TestVhost vhost, TestDatabase database, String... more) {
    return KeyedProducer.start(vhost.springSettings(), database.springSettings(), more);
  }

  private static String bulk(int count) {
    return IntStream.range(0, count)
        .mapToObj("{\"text\":\"task %d\"}"::formatted)
        .collect(Collectors.joining(",", "[", "]"));
  }
}

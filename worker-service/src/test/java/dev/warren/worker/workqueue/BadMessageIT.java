package dev.warren.worker.workqueue;

import static dev.warren.testkit.assertions.BrokerAssertions.assertThatQueue;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import dev.warren.contracts.DeadLetter;
import dev.warren.contracts.WorkQueue;
import dev.warren.testkit.Bounds;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.TestBroker;
import dev.warren.testkit.TestVhost;
import dev.warren.worker.support.TaskEventLog;
import dev.warren.worker.support.Tasks;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** After each of these the worker still works, which every test asks. */
@BrokerTest
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "warren.worker.dot-duration=1ms")
class BadMessageIT {

  static Stream<BasicProperties.Builder> strangeProperties() {
    int unknownMode = TestBroker.get().atLeast(4, 0) ? 77 : 1; // refused by an older broker
    return Stream.of(
        properties().contentType("application/x-java-serialized-object"),
        properties().contentType("text/plain").contentEncoding("klingon"),
        properties().contentType("no/such;charset=type\u0001"),
        properties()
            .headers(Map.of("__TypeId__", "java.lang.Runtime"))
            .contentType("application/json"),
        properties().headers(Map.of("springBatchFormat", "lengthHeader4")),
        properties().headers(Map.of("x-death", "not a list", "retry_count", "many")),
        properties().deliveryMode(unknownMode).priority(255),
        properties().expiration("3600000").replyTo("no/such/address").userId("guest"));
  }

  @ParameterizedTest
  @MethodSource("strangeProperties")
  void strangePropertiesDoNotKeepATaskFromBeingDone(
      BasicProperties.Builder strange, Channel channel, Connection connection) throws Exception {
    String id = UUID.randomUUID().toString();

    Tasks.send(channel, strange.messageId(id).build(), "text.".getBytes(UTF_8));

    assertThat(types(TaskEventLog.read(connection).await(id, 2)))
        .containsExactly("STARTED", "SUCCEEDED");
    assertStillWorks(channel, connection);
  }

  @Test
  void aBodyThatIsNotUtf8IsRejectedWithItsReasonToTheDeadLetterQueue(
      Channel channel, Connection connection, TestVhost vhost) throws Exception {
    byte[] body = {'a', (byte) 0xFF};

    Tasks.send(channel, properties().messageId("not-utf8").build(), body);

    GetResponse dead =
        Bounds.soon()
            .until(() -> channel.basicGet(WorkQueue.DEAD_LETTER_QUEUE, true), Objects::nonNull);
    assertThat(dead.getBody()).isEqualTo(body);
    assertThat(dead.getProps().getHeaders().get(DeadLetter.REASON)).hasToString("rejected");
    assertThat(dead.getProps().getMessageId()).isEqualTo("not-utf8");
    JsonNode failed = TaskEventLog.read(connection).await("not-utf8", 1).get(0);
    assertThat(failed.path("type").asString()).isEqualTo("FAILED");
    assertThat(failed.path("error").asString()).isEqualTo("the body is not UTF-8");
    assertStillWorks(channel, connection);
    assertThatQueue(vhost, WorkQueue.QUEUE).hasMessages(0);
  }

  @Test
  void aBodyOf500KibibytesIsDoneAndShortenedInTheLog(
      Channel channel, Connection connection, CapturedOutput output) throws Exception {
    Tasks.send(channel, "big", "z".repeat(500 * 1024));

    assertThat(types(TaskEventLog.read(connection).await("big", 2))).contains("SUCCEEDED");
    assertThat(output).contains("zzz... (512000 characters)").doesNotContain("z".repeat(1000));
    assertStillWorks(channel, connection);
  }

  @Test
  void aBodyCannotForgeALineOfTheLog(Channel channel, Connection connection, CapturedOutput output)
      throws Exception {
    Tasks.send(channel, "forger", "x\r\n12:00:00 ERROR forged\u001b[2J");

    TaskEventLog.read(connection).await("forger", 2);
    assertThat(output)
        .contains(" [x] Received x\\u000d\\u000a12:00:00 ERROR forged\\u001b[2J")
        .doesNotContain("\n12:00:00 ERROR forged");
  }

  private static BasicProperties.Builder properties() {
    return new BasicProperties.Builder();
  }

  private static List<String> types(List<JsonNode> events) {
    return events.stream().map(event -> event.path("type").asString()).toList();
  }

  private static void assertStillWorks(Channel channel, Connection connection) throws IOException {
    String id = UUID.randomUUID().toString();
    Tasks.send(channel, id, ".");
    TaskEventLog.read(connection).await(id, 2);
  }
}

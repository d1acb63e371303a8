package dev.warren.producer.idempotency;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.Topics;
import dev.warren.contracts.WorkQueue;
import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerTest;
import dev.warren.testkit.Bounds;
import dev.warren.testkit.MessageCollector;
import java.io.IOException;
import java.net.Socket;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a key does not do, and which requests it is refused with. */
@ProducerTest
class UnusableKeyIT {

  private static final String JSON = "application/json";
  private static final String TEXT = "text/plain";
  private static final String SYSLOG = "/api/logs/syslog";
  private static final String LOG = "<34>Oct 11 22:14:15 host su: it is su";

  private final int port;
  private final Api api;
  private final String key = UUID.randomUUID().toString();

  UnusableKeyIT(@LocalServerPort int port) {
    this.port = port;
    this.api = new Api(port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "\"a", "a,b"})
  void whatIsNoKeyIsRefused(String malformed) {
    Answer refused =
        api.postUnderKey(malformed, "/api/tasks", TEXT, "a task")
            .assertProblem(400, "invalid-field");

    assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("Idempotency-Key");
  }

  @Test
  void anotherBodyOrMediaTypeOrQueryIsAnotherRequest() {
    api.postUnderKey(key, "/api/tasks", TEXT, "a task").assertStatus(202);

    for (Answer other :
        new Answer[] {
          api.postUnderKey(key, "/api/tasks", TEXT, "another task"),
          api.postUnderKey(key, "/api/tasks", TEXT + ";charset=UTF-8", "a task"),
          api.postUnderKey(key, "/api/tasks?a=b", TEXT, "a task")
        }) {
      other.assertProblem(422, "idempotency-key-reused");
    }
    api.postUnderKey(key, "/api/hello", TEXT, "a task").assertStatus(202);
    api.postUnderKey(key, "/api/tasks", TEXT, "a task").assertStatus(202);
  }

  @Test
  void aRequestThatWasWrongLeavesItsKeyFree(Channel channel) throws IOException {
    channel.queuePurge(WorkQueue.QUEUE);
    api.postUnderKey(key, "/api/tasks", JSON, "{\"text\":").assertStatus(400);
    api.postUnderKey(key, "/api/tasks", JSON, "{\"text\":\"\"}").assertStatus(400);
    api.postUnderKey(key, "/api/tasks", "application/xml", "<a/>").assertStatus(415);
    String tooLong = "x".repeat(64 * 1024 + 1);
    api.postUnderKey(key, "/api/tasks", TEXT, tooLong).assertProblem(413, "body-too-large");

    Answer right = api.postUnderKey(key, "/api/tasks", JSON, "{\"text\":\"right\"}");

    right.assertStatus(202);
    MessageCollector tasks = MessageCollector.consume(channel, WorkQueue.QUEUE);
    assertThat(tasks.expectOne().body()).isEqualTo("right");
    tasks.expectNothingElse();
  }

  /** Or a body without end would be kept in memory to be compared. */
  @Test
  void aBodyIsReadUpToItsLimitOnly() throws IOException {
    String begun =
        """
        POST /api/tasks HTTP/1.1\r
        Host: localhost\r
        Content-Type: text/plain\r
        Idempotency-Key: %s\r
        Transfer-Encoding: chunked\r
        \r
        fffff\r
        """
            .formatted(key);
    try (Socket caller = new Socket("localhost", port)) {
      caller.setSoTimeout((int) Bounds.SOON.toMillis());
      caller.getOutputStream().write((begun + "x".repeat(65 * 1024)).getBytes(US_ASCII));

      assertThat(new String(caller.getInputStream().readNBytes(12), US_ASCII))
          .isEqualTo("HTTP/1.1 413");
    }
  }

  @Test
  void whatCurlSendsIsATextUnderAKeyToo() {
    String form = "application/x-www-form-urlencoded";
    String id = api.postUnderKey(key, "/api/tasks", form, "a=b&c").assertStatus(202).text("id");

    assertThat(api.postUnderKey(key, "/api/tasks", form, "a=b&c").text("id")).isEqualTo(id);
  }

  @Test
  void aBodyThatMayGoOnForEverHasNoKey() throws IOException {
    String begun =
        """
        POST /api/logs/syslog HTTP/1.1\r
        Host: localhost\r
        Connection: close\r
        Content-Type: text/plain\r
        Idempotency-Key: %s\r
        Transfer-Encoding: chunked\r
        \r
        """
            .formatted(key);
    try (Socket caller = new Socket("localhost", port)) {
      caller.setSoTimeout((int) Bounds.SOON.toMillis());
      caller.getOutputStream().write(begun.getBytes(US_ASCII));

      assertThat(new String(caller.getInputStream().readAllBytes(), US_ASCII))
          .startsWith("HTTP/1.1 400")
          .contains("Idempotency-Key needs", "for ever");
    }
  }

  @Test
  void logLinesOfAKnownLengthArePublishedOnce(Channel channel) throws IOException {
    String queue = channel.queueDeclare().getQueue();
    channel.queueBind(queue, Topics.EXCHANGE, "auth.critical");
    MessageCollector logs = MessageCollector.consume(channel, queue);
    Answer first = api.postUnderKey(key, SYSLOG, TEXT, LOG).assertStatus(202);

    Answer second = api.postUnderKey(key, SYSLOG, TEXT, LOG).assertStatus(202);

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(logs.expectOne().body()).isEqualTo(LOG);
    logs.expectNothingElse();
  }

  @Test
  void theApiSaysThatEachPostTakesAKey() {
    for (JsonNode path : api.get("/v3/api-docs").json().get("paths")) {
      JsonNode post = path.path("post");
      if (!post.isMissingNode()) {
        assertThat(post.path("parameters").valueStream()).anyMatch(UnusableKeyIT::isKey);
      }
    }
  }

  private static boolean isKey(JsonNode parameter) {
    return parameter.path("name").asString().equals("Idempotency-Key")
        && parameter.path("in").asString().equals("header")
        && parameter.path("examples").size() == 3;
  }
}

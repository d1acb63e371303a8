package dev.warren.producer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.web.bind.annotation.RequestMethod.POST;

import com.rabbitmq.client.Channel;
import dev.warren.testkit.Bounds;
import dev.warren.testkit.MessageCollector;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What every publishing endpoint must refuse. The messages are never sent. */
@ProducerTest
class BadInputIT {

  private final int port;
  private final Api api;

  BadInputIT(@LocalServerPort int port) {
    this.port = port;
    this.api = new Api(port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/hello", "/api/tasks", "/api/logs", "/api/logs/direct", "/api/logs/topic"})
  void textIsRequiredAndMustBeOne(String path) {
    api.postJson(path, "{}").assertProblem(400, "invalid-field");
    api.postJson(path, "{\"text\":\"\"}").assertProblem(400, "invalid-field");
    api.postJson(path, "{\"text\":null}").assertProblem(400, "invalid-field");
    api.postJson(path, "{\"text\":7}").assertProblem(400, "invalid-field");
    api.postJson(path, "{\"text\":\"\\ud800\"}").assertProblem(400, "invalid-field");
    api.postJson(path, "{\"text\":").assertProblem(400, "malformed-request");
    api.postJson(path, "").assertProblem(400, "malformed-request");
    String long64 = "x".repeat(64 * 1024);
    api.postJson(path, "{\"text\":\"" + long64 + "\"}").assertProblem(413, "body-too-large");
    api.send("POST", path, "application/xml", BodyPublishers.ofString("<text/>"))
        .assertProblem(415, "unsupported-media-type");
    api.send("POST", path, "*/*", BodyPublishers.ofString("a"))
        .assertProblem(415, "unsupported-media-type");
    api.send("POST", path, "nonsense", BodyPublishers.ofString("a"))
        .assertProblem(415, "unsupported-media-type");
    api.send("PUT", path, "application/json", BodyPublishers.ofString("{\"text\":\"a\"}"))
        .assertProblem(405, "method-not-allowed");
  }

  /** Or a caller would have it read before any limit counts. */
  @Test
  void aFormIsRefusedWithoutWaitingForItsEnd() throws IOException {
    String begun =
        """
        PUT /api/tasks HTTP/1.1\r
        Host: localhost\r
        Content-Type: application/x-www-form-urlencoded\r
        Content-Length: 999\r
        \r
        text=a\
        """;
    try (Socket caller = new Socket("localhost", port)) {
      caller.setSoTimeout((int) Bounds.SOON.toMillis());
      caller.getOutputStream().write(begun.getBytes(US_ASCII));

      assertThat(new String(caller.getInputStream().readNBytes(12), US_ASCII))
          .isEqualTo("HTTP/1.1 405");
    }
  }

  /** Otherwise it is found out after the work that the caller cannot take the answer. */
  @Test
  void whatDoesWorkSaysInAdvanceWhatItAnswersWith(
      @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
    assertThat(mapping.getHandlerMethods().keySet())
        .filteredOn(request -> request.getMethodsCondition().getMethods().contains(POST))
        .isNotEmpty()
        .noneMatch(request -> request.getProducesCondition().isEmpty());
  }

  @Test
  void theBulkPathHasNoTask() {
    api.get("/api/tasks/bulk").assertProblem(405, "method-not-allowed");
  }

  @ParameterizedTest
  @CsvSource({"/api/logs/direct, severity", "/api/logs/topic, routingKey"})
  void keyMustFitTheProtocol(String path, String field) {
    for (String key : new String[] {"x".repeat(256), "\u00fc".repeat(128), "a\\r\\nb", "\\u0000"}) {
      api.postJson(path, "{\"text\":\"a\",\"%s\":\"%s\"}".formatted(field, key))
          .assertProblem(400, "invalid-field");
    }
    String longest = "{\"text\":\"a\",\"%s\":\"%s\"}".formatted(field, "x".repeat(255));
    api.postJson(path, longest).assertStatus(202);
    api.postJson(path, "{\"text\":\"a\",\"%s\":null}".formatted(field))
        .assertProblem(400, "invalid-field");
    api.postJson(path, "{\"text\":\"a\",\"%s\":4}".formatted(field))
        .assertProblem(400, "invalid-field");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "\"a\"",
        "{\"\":1}",
        "{\"x-match\":\"all\"}",
        "{\"CC\":\"a\"}",
        "{\"BCC\":\"a\"}",
        "{\"a\":null}",
        "{\"a\":[]}",
        "{\"a\":{}}",
        "{\"a\":123456789012345678901}",
        "{\"a\":1e999}",
        "{\"a\":\"b\\nc\"}",
        "{\"a\\nb\":\"c\"}",
      })
  void headersMustBeSomethingToChooseBy(String headers) {
    api.postJson("/api/logs/headers", "{\"text\":\"a\",\"headers\":" + headers + "}")
        .assertProblem(400, "invalid-field");
  }

  @Test
  void faultsAreNotSimulatedUnlessAllowed() {
    api.postJson("/api/tasks", "{\"text\":\"a\",\"simulate\":{\"crash\":true}}")
        .assertProblem(403, "simulation-disabled");
    api.postJson("/api/tasks", "{\"text\":\"a\",\"simulate\":{\"explode\":true}}")
        .assertProblem(400, "invalid-field");
    api.postJson("/api/tasks/bulk", "[{\"text\":\"a\",\"simulate\":{\"crash\":true}}]")
        .assertProblem(400, "invalid-field");
  }

  @Test
  void emptySeverityIsNone() {
    api.postJson("/api/logs/direct", "{\"text\":\"a\",\"severity\":\"\"}")
        .assertProblem(400, "invalid-field");
  }

  @Test
  void plainTextMustBeText() {
    api.postText("/api/tasks", "").assertProblem(400, "malformed-request");
    byte[] latin1 = {'a', (byte) 0xFC};
    api.send("POST", "/api/tasks", "text/plain", BodyPublishers.ofByteArray(latin1))
        .assertProblem(400, "malformed-request");
    api.send("POST", "/api/tasks", "text/plain;charset=nonsense", BodyPublishers.ofString("a"))
        .assertProblem(415, "unsupported-media-type");
  }

  @Test
  void nothingOfItWasSent(Channel channel) throws IOException {
    textIsRequiredAndMustBeOne("/api/tasks");
    plainTextMustBeText();
    MessageCollector.consume(channel, "task_queue").expectNothingElse();
  }
}

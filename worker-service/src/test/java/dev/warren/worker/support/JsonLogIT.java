package dev.warren.worker.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.TestVhost;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@BrokerTest
@ExtendWith(OutputCaptureExtension.class)
class JsonLogIT {

  private static final String FORGED = "id-1\n{\"message\":\"forged\"}";

  /** The format belongs to the process, in which other tests have services. */
  @BeforeEach
  @AfterEach
  void resetLogging() {
    LoggingSystem.get(getClass().getClassLoader()).cleanUp();
  }

  @Test
  void everyLineIsJsonAndNamesTheMessageInHand(
      TestVhost vhost, Channel channel, CapturedOutput output) throws IOException {
    int before = output.getAll().length();
    try (RunningWorker worker =
        RunningWorker.start(
            vhost, "logging.structured.format.console=ecs", "warren.worker.dot-duration=1ms")) {
      Tasks.send(channel, FORGED, "with an id.");
      Tasks.send(channel, "", "without\n{}.");
      worker.awaitStatus("succeeded", "2");
    }

    List<JsonNode> lines = lines(output, before);
    assertThat(idOf(lines, " [x] Received with an id.").asString())
        .isEqualTo("id-1\\u000a{\"message\":\"forged\"}");
    assertThat(idOf(lines, " [x] Received without\\u000a{}.").asString("")).isEmpty();
    assertThat(lines).extracting(line -> line.path("message").asString()).doesNotContain("forged");
  }

  @Test
  void withTracingALineNamesTheTraceAndTheSpanOfTheMessage(
      TestVhost vhost, Channel channel, CapturedOutput output) throws IOException {
    int before = output.getAll().length();
    try (RunningWorker worker =
        RunningWorker.start(
            vhost,
            "logging.structured.format.console=ecs",
            "warren.tracing.enabled=true",
            "management.tracing.export.otlp.enabled=false")) {
      Tasks.send(channel, "traced", "traced");
      worker.awaitStatus("succeeded", "1");
    }

    JsonNode received = line(lines(output, before), " [x] Received traced");
    assertThat(received.path("traceId").asString("")).matches("[0-9a-f]{32}");
    assertThat(received.path("spanId").asString("")).matches("[0-9a-f]{16}");
  }

  private static List<JsonNode> lines(CapturedOutput output, int from) {
    return output.getAll().substring(from).lines().map(JsonMapper.shared()::readTree).toList();
  }

  private static JsonNode idOf(List<JsonNode> lines, String message) {
    return line(lines, message).path("messageId");
  }

  private static JsonNode line(List<JsonNode> lines, String message) {
    return lines.stream()
        .filter(line -> line.path("message").asString("").equals(message))
        .findFirst()
        .orElseThrow();
  }
}

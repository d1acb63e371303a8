package dev.warren.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The service starts without a broker, and says of each message that it was not sent. */
@SpringBootTest(
    classes = ProducerApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"spring.rabbitmq.host=localhost", "spring.rabbitmq.port=1"})
class WithoutBrokerTest {

  private static final String CRON = "<78>Oct 11 22:15:01 host CRON[3]: (root) CMD (true)\n";

  private final Api api;

  WithoutBrokerTest(@LocalServerPort int port) {
    this.api = new Api(port);
  }

  @Test
  void taskIsNotSent() {
    Answer answer = api.postText("/api/tasks", "a task").assertProblem(503, "not-sent");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(answer.text("id")).isNotEmpty();
  }

  @Test
  void logIsNotSent() {
    api.postText("/api/logs", "a log").assertProblem(503, "not-sent");
  }

  @Test
  void bulkGivesUpAfterTheFirstAndSaysSoOfEach() {
    String body =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "{\"text\":\"" + i + "\"}")
            .collect(Collectors.joining(",", "[", "]"));
    Answer answer = api.postJson("/api/tasks/bulk", body).assertProblem(503, "not-sent");
    assertThat(answer.json().get("items").valueStream().map(i -> i.get("outcome").asString()))
        .hasSize(1_000)
        .containsOnly("not-sent");
  }

  @Test
  void syslogStopsWhenItKnowsThatALineWasNotSent() {
    Answer answer = api.postText("/api/logs/syslog", CRON.repeat(10_000));
    JsonNode report = answer.assertProblem(503, "not-sent").json().get("report");
    assertThat(report.get("received").asInt()).isLessThan(10_000);
    assertThat(report.get("failed")).isEqualTo(report.get("received"));
  }

  @Test
  void nobodyKnowsWhichPatternsTheBrokerHas() {
    JsonNode patterns = api.get("/api/patterns").assertStatus(200).json();
    assertThat(patterns).isNotEmpty().allMatch(pattern -> pattern.get("available").isNull());
  }

  @Test
  void serviceIsAliveAndNotReady() {
    api.get("/actuator/health/liveness").assertStatus(200);
    api.get("/actuator/health/readiness").assertStatus(503);
  }
}

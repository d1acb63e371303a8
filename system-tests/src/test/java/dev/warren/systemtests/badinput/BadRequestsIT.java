package dev.warren.systemtests.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.suite.Answer;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.SystemTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SystemTest
class BadRequestsIT {

  private final RunningSuite suite;

  BadRequestsIT(RunningSuite suite) {
    this.suite = suite;
  }

  static Stream<BadRequest> requests() {
    return BadRequests.all();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void aBadRequestIsRefusedWithAProblemThatSaysWhy(BadRequest request) {
    isProblem(request.send(suite.producer()), request.status(), request.says());
  }

  @Test
  void aBodyOfUnknownLengthIsRefusedWhileItIsRead() {
    byte[] large = new byte[10 << 20];
    Answer answer =
        suite
            .producer()
            .send(
                "POST",
                "/api/hello",
                "text/plain",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
    isProblem(answer, 413, "");
  }

  @Test
  void theLogSubscriberRefusesSubscriptionsThatMakeNoSense() {
    Stream.of(
            "{",
            "{}",
            "{\"pattern\":\"telepathy\"}",
            "{\"pattern\":\"topic\",\"bindingKeys\":\"kern.*\"}",
            "{\"pattern\":\"topic\",\"bindingKeys\":[\"" + "k".repeat(256) + "\"]}",
            "{\"pattern\":\"headers\",\"headers\":{\"a\":1e999}}",
            "{\"pattern\":\"headers\",\"headers\":{\"a\":-1e999}}")
        .forEach(
            json -> isProblem(suite.logSubscriber().postJson("/api/subscriptions", json), 400, ""));
  }

  private static void isProblem(Answer answer, int status, String says) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().get("status").intValue()).isEqualTo(status);
    assertThat(answer.json().get("type").stringValue()).startsWith("urn:warren:problem:");
    assertThat(answer.json().get("detail").stringValue()).isNotBlank();
    assertThat(answer.body()).contains(says).doesNotContain("Exception", "\tat ", "dev.warren.");
  }
}

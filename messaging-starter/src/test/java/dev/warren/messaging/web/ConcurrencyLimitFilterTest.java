package dev.warren.messaging.web;

import static dev.warren.messaging.web.Probe.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

@SpringBootTest(
    classes = ProbeApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "warren.concurrency.limits[0].name=later",
      "warren.concurrency.limits[0].requests=GET /later",
      "warren.concurrency.limits[0].at-once=2",
      "warren.concurrency.limits[1].name=one",
      "warren.concurrency.limits[1].requests=GET /faulty,GET /refused,POST /{name}",
      "warren.concurrency.limits[1].at-once=1",
      "spring.mvc.async.request-timeout=20s"
    })
class ConcurrencyLimitFilterTest {

  @LocalServerPort private int port;
  @Autowired private MeterRegistry registry;
  @Autowired private ProbeApplication application;
  private Probe probe = new Probe(0);

  @BeforeEach
  void aim() {
    probe = new Probe(port);
  }

  @Test
  @DirtiesContext // its answers are given
  void oneTooManyIsRefusedAtOnceWhileOthersWaitAndOtherEndpointsAnswer() {
    List<CompletableFuture<HttpResponse<String>>> waiting =
        Stream.of(1, 2).map(i -> CompletableFuture.supplyAsync(() -> probe.get("/later"))).toList();
    soon(() -> inHand("later") == 2);

    HttpResponse<String> refused = probe.get("/later");

    assertProblem(refused, ProblemType.OVERLOADED);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(refused("later")).isEqualTo(1);
    assertThat(probe.get("/numbers/1?limit=1").statusCode()).isEqualTo(200);
    assertProblem(probe.get("/refused"), ProblemType.NACKED);
    assertThat(waiting).noneMatch(CompletableFuture::isDone);

    application.answer.complete("done");

    assertThat(waiting).allMatch(answer -> answer.join().statusCode() == 200);
    soon(() -> inHand("later") == 0);
    assertThat(probe.get("/later").statusCode()).isEqualTo(200);
  }

  @Test
  void aFailureGivesThePlaceBack() {
    for (int i = 0; i < 3; i++) {
      soon(() -> inHand("one") == 0);
      assertProblem(probe.get("/faulty"), ProblemType.INTERNAL);
      soon(() -> inHand("one") == 0);
      assertProblem(probe.get("/refused"), ProblemType.NACKED);
    }
  }

  @Test
  void aCallerThatLeavesGivesThePlaceBack() throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      begin(socket);
      soon(() -> inHand("one") == 1);
      assertProblem(probe.postJson("/notes", "{\"text\":\"a\"}"), ProblemType.OVERLOADED);
    }

    soon(() -> probe.postJson("/notes", "{\"text\":\"a\"}").statusCode() == 200);
  }

  @Test
  void aHeadIsCountedAsTheGetThatItStandsFor() throws IOException {
    soon(() -> inHand("one") == 0);
    try (Socket socket = new Socket("localhost", port)) {
      begin(socket);
      soon(() -> inHand("one") == 1);
      HttpResponse<String> head =
          probe.send("HEAD", "/faulty", "text/plain", BodyPublishers.noBody());
      assertThat(head.statusCode()).isEqualTo(429);
    }
    soon(() -> inHand("one") == 0);
  }

  @Test
  void healthIsNeverRefused() {
    assertThat(probe.get("/actuator/health").statusCode()).isNotEqualTo(404);
    assertThat(registry.find("warren.requests.refused").functionCounters()).hasSize(3);
  }

  /** Sends what takes the place of the second limit, and not all of it. */
  private static void begin(Socket socket) throws IOException {
    String begun =
        "POST /stream HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\nab";
    socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
  }

  private double inHand(String limit) {
    return registry.get("warren.requests.in.hand").tag("limit", limit).gauge().value();
  }

  private double refused(String limit) {
    return registry.get("warren.requests.refused").tag("limit", limit).functionCounter().count();
  }

  private static void soon(java.util.concurrent.Callable<Boolean> condition) {
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(condition);
  }
}

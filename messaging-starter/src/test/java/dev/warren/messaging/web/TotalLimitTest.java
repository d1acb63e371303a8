package dev.warren.messaging.web;

import static dev.warren.messaging.web.Probe.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** What all requests share, whatever they are. */
@SpringBootTest(
    classes = ProbeApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "warren.concurrency.total=2",
      "warren.concurrency.limits[0].name=numbers",
      "warren.concurrency.limits[0].requests=GET /numbers/*",
      "warren.concurrency.limits[0].at-once=1",
      "server.shutdown=immediate", // streams of events go on
      "management.endpoint.health.probes.enabled=true",
      "management.endpoint.health.probes.add-additional-paths=true"
    })
class TotalLimitTest {

  private static final String BEGUN =
      "POST /stream HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\n";

  @LocalServerPort private int port;
  @Autowired private MeterRegistry registry;
  @Autowired private ProbeApplication application;
  private final List<Socket> callers = new ArrayList<>();
  private Probe probe = new Probe(0);

  @BeforeEach
  void aim() {
    probe = new Probe(port);
  }

  @AfterEach
  void hangUp() throws IOException {
    for (Socket caller : callers) {
      caller.close();
    }
    await().until(() -> inHand("all") == 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/numbers/1?limit=1", "/later", "/nowhere", "/swagger-ui.html"})
  void whateverIsOneTooManyIsRefused(String path) throws IOException {
    takeAllPlaces();

    HttpResponse<String> refused = probe.get(path);

    assertProblem(refused, ProblemType.OVERLOADED);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(inHand("numbers")).as("a place of its kind").isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/livez", "/readyz"})
  void whoAsksHowTheServiceDoesIsAnswered(String path) throws IOException {
    takeAllPlaces();

    assertThat(probe.get(path).statusCode()).isNotEqualTo(429);
  }

  @Test
  void whoIsRefusedNeedNotHaveSentABody() throws IOException {
    takeAllPlaces();

    try (Socket caller = begin(BEGUN)) {
      assertThat(startOfAnswer(caller)).isEqualTo("HTTP/1.1 429");
    }
    String asking = BEGUN.replace("Host: a", "Host: a\r\nExpect: 100-continue");
    try (Socket caller = begin(asking)) {
      assertThat(startOfAnswer(caller)).isEqualTo("HTTP/1.1 429");
    }
  }

  @Test
  void openStreamsOfEventsHaveNoPlace() throws IOException {
    for (int i = 0; i < 5; i++) {
      Socket caller = begin("GET /events HTTP/1.1\r\nHost: a\r\n\r\n");
      callers.add(caller);
      assertThat(startOfAnswer(caller)).isEqualTo("HTTP/1.1 200");
      await().until(() -> inHand("all") == 0);
    }
    assertThat(probe.get("/numbers/1?limit=1").statusCode()).isEqualTo(200);
  }

  @Test
  @DirtiesContext // its answers are given
  void ofTenTimesAsManyThoseWithAPlaceAreAnsweredAndTheRestRefusedAtOnce() {
    List<CompletableFuture<HttpResponse<String>>> waiting =
        IntStream.range(0, 20)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> probe.get("/later")))
            .toList();
    await().until(() -> waiting.stream().filter(CompletableFuture::isDone).count() == 18);

    application.answer.complete("done");

    assertThat(waiting.stream().map(answer -> answer.join().statusCode()))
        .containsOnly(200, 429)
        .filteredOn(status -> status == 200)
        .hasSize(2);
  }

  private void takeAllPlaces() throws IOException {
    callers.add(begin(BEGUN));
    callers.add(begin(BEGUN));
    await().until(() -> inHand("all") == 2);
  }

  private Socket begin(String request) throws IOException {
    Socket socket = new Socket("localhost", port);
    socket.setSoTimeout(5_000);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String startOfAnswer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
  }

  private double inHand(String limit) {
    return registry.get("warren.requests.in.hand").tag("limit", limit).gauge().value();
  }
}

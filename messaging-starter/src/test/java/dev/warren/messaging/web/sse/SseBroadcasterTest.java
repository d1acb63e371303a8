package dev.warren.messaging.web.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    classes = SseTestApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "warren.sse.max-clients=3",
      "warren.sse.buffer-size=64KB",
      "warren.sse.heartbeat=100ms",
      "server.tomcat.connection-timeout=1s",
      "spring.mvc.problemdetails.enabled=true"
    })
@Timeout(30)
class SseBroadcasterTest {

  @Autowired SseBroadcaster broadcaster;
  @Autowired MeterRegistry registry;
  @LocalServerPort int port;
  private final List<SseReader> readers = new ArrayList<>();

  @AfterEach
  void disconnect() throws IOException {
    for (SseReader reader : readers) {
      reader.close();
    }
    await().until(() -> broadcaster.clients() == 0);
  }

  @Test
  void sendsReplayAndThenLiveEventsThatTheClientWants() throws Exception {
    SseReader reader = connect("a");

    send("1", "news", "for b", "b");
    send("2", "news", "two\nlines", "a");

    assertThat(reader.header("Content-Type")).isEqualTo("text/event-stream;charset=UTF-8");
    assertThat(reader.event()).containsExactly("id: 0", "event: first", "data: hello a");
    assertThat(reader.event()).containsExactly("id: 2", "event: news", "data: two", "data: lines");
  }

  @Test
  void endsTheStreamAfterItsLastEvent() throws Exception {
    SseReader reader = connect("a");

    send("1", "end", "", "a");
    send("2", "news", "too late", "a");

    assertThat(reader.event()).contains("event: first");
    assertThat(reader.event()).containsExactly("id: 1", "event: end", "data:");
    assertThat(reader.event()).isEmpty();
  }

  @Test
  void sendsHeartbeatsOnASilentStream() throws Exception {
    SseReader reader = connect("a");

    reader.event();

    assertThat(List.of(reader.line(), reader.line(), reader.line())).containsExactly(":", "", ":");
  }

  @Test
  void refusesFurtherClientsWhenAllStreamsAreTaken() throws Exception {
    for (int i = 0; i < 3; i++) {
      connect("a");
    }

    SseReader refused = connect("a");

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(refused.header("Retry-After")).isEqualTo("5");
    assertThat(refused.line()).contains("urn:warren:problem:too-many-streams");
  }

  @Test
  void answersHeadWithoutAStream() throws Exception {
    for (int i = 0; i < 4; i++) {
      HttpResponse<Void> answer = head("a");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type"))
          .hasValue("text/event-stream;charset=UTF-8");
    }

    assertThat(connect("a").event()).contains("event: first");
  }

  @Test
  void countsTheStreamsThatAreOpen() throws Exception {
    assertThat(counted()).isZero();

    SseReader reader = connect("a");
    reader.event();
    assertThat(counted()).isOne();

    reader.close();
    await().until(() -> counted() == 0);
  }

  private double counted() {
    return registry.get("warren.sse.clients").gauge().value();
  }

  @Test
  void forgetsAClientThatHasDisconnected() throws Exception {
    connect("a").close();

    await().until(() -> broadcaster.clients() == 0);
  }

  @Test
  void disconnectsAClientThatDoesNotReadAndHoldsUpNobody() throws Exception {
    connect("slow");
    SseReader reader = connect("fast");
    reader.event();
    String data = "x".repeat(16 * 1024);

    await()
        .pollInterval(Duration.ofMillis(1))
        .until(
            () -> {
              send("1", "news", data, "slow");
              return broadcaster.clients() == 1;
            });
    send("2", "news", "still there", "fast");

    assertThat(reader.event()).contains("data: still there");
  }

  private HttpResponse<Void> head(String key) throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + port + "/events?key=" + key);
    HttpRequest request =
        HttpRequest.newBuilder(uri).method("HEAD", BodyPublishers.noBody()).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
  }

  private SseReader connect(String key) throws IOException, InterruptedException {
    SseReader reader = new SseReader(port, key);
    readers.add(reader);
    return reader;
  }

  private void send(String id, String name, String data, String key) {
    broadcaster.broadcast(() -> List.of(new SseEvent(id, name, data, key)));
  }
}

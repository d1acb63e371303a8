package dev.warren.logsubscriber.received;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.logsubscriber.Api;
import dev.warren.logsubscriber.LogSubscriberTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@LogSubscriberTest
@Timeout(60)
class ReceivedStreamIT {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Api api;

  @Autowired
  ReceivedStreamIT(@LocalServerPort int port) {
    this.api = new Api(port);
  }

  @Test
  void showsWhatArrivesToWhoeverAskedForIt(Channel channel) throws Exception {
    try (BufferedReader stream = open("?subscription=direct-screen", "")) {
      publish(channel, "logs", "", "stream other");
      publish(channel, "direct_logs", "info", "stream 1");
      publish(channel, "direct_logs", "error", "stream 2");

      List<JsonNode> events = data(stream, 2);
      assertThat(events)
          .extracting(event -> event.path("text").asString())
          .containsExactly("stream 1", "stream 2");
      assertThat(events)
          .extracting(event -> event.path("subscription").asString())
          .containsOnly("direct-screen");
    }
  }

  @Test
  void resumesAfterTheLastEventThatAClientHasSeen(Channel channel) throws Exception {
    for (String text : List.of("resume 1", "resume 2", "resume 3")) {
      publish(channel, "topic_logs", "a.b", text);
    }
    api.await("topic-file", "resume 3");
    String seen =
        api.received("topic-file").stream()
            .filter(message -> message.path("text").asString().equals("resume 1"))
            .map(message -> message.path("id").asString())
            .findFirst()
            .orElseThrow();

    try (BufferedReader stream = open("?pattern=topic&subscription=topic-file", seen)) {
      publish(channel, "topic_logs", "a.b", "resume 4");

      assertThat(data(stream, 3))
          .extracting(event -> event.path("text").asString())
          .containsExactly("resume 2", "resume 3", "resume 4");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "999999999999999999"})
  void tellsAClientOfAnotherProcessThatItMayHaveMissedSome(String seen, Channel channel)
      throws Exception {
    publish(channel, "direct_logs", "info", "reset 1");
    api.await("direct-file", "reset 1");

    try (BufferedReader stream = open("?subscription=direct-file", seen)) {
      assertThat(stream.readLine()).isEmpty();
      assertThat(stream.readLine()).isEqualTo("event: reset");
    }
  }

  /** On return the stream is open: its first line, a comment, has been read. */
  private BufferedReader open(String query, String lastEventId)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + api.port() + "/api/received/stream" + query);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "text/event-stream");
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    HttpResponse<InputStream> response = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8));
    assertThat(lines.readLine()).startsWith(":");
    return lines;
  }

  private static List<JsonNode> data(BufferedReader stream, int count) throws IOException {
    List<JsonNode> events = new ArrayList<>();
    String line = stream.readLine();
    while (line != null) {
      if (line.startsWith("data: ")) {
        events.add(JsonMapper.shared().readTree(line.substring("data: ".length())));
      }
      if (events.size() == count) {
        return events;
      }
      line = stream.readLine();
    }
    throw new AssertionError("The stream ended after " + events);
  }

  private static void publish(Channel channel, String exchange, String key, String text)
      throws IOException {
    channel.basicPublish(exchange, key, null, text.getBytes(UTF_8));
  }
}

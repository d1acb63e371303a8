package dev.warren.producer;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.Rpc;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ProducerTest
class OpenApiIT {

  private final Api api;
  private final JsonNode document;

  OpenApiIT(@LocalServerPort int port) {
    this.api = new Api(port);
    this.document = api.get("/v3/api-docs").assertStatus(200).json();
  }

  @Test
  void swaggerUiShowsEveryEndpoint() {
    api.get("/swagger-ui/index.html").assertStatus(200);
    assertThat(document.at("/info/title").asString()).isEqualTo("Warren producer");
    assertThat(document.at("/info/description").asString()).contains("RFC 9457");
    assertThat(document.get("paths").propertyNames())
        .contains(
            "/api/hello",
            "/api/tasks",
            "/api/tasks/bulk",
            "/api/tasks/{id}",
            "/api/tasks/{id}/events",
            "/api/events",
            "/api/logs",
            "/api/logs/direct",
            "/api/logs/topic",
            "/api/logs/headers",
            "/api/logs/syslog",
            "/api/fib/{n}",
            "/api/dead-letters",
            "/api/dead-letters/{id}",
            "/api/dead-letters/{id}/replay",
            "/api/dead-letters/replay",
            "/api/patterns");
  }

  @Test
  void everyEndpointSaysWhatItDoes() {
    for (JsonNode path : document.get("paths")) {
      for (JsonNode operation : path) {
        assertThat(operation.path("summary").asString("")).as("%s", operation).isNotEmpty();
      }
    }
  }

  @Test
  void everyExampleBodyCanBeSentAsItIs() {
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      JsonNode content = path.getValue().at("/post/requestBody/content");
      for (Map.Entry<String, JsonNode> body : content.properties()) {
        String example = ExampleBodies.in(document).of(body.getValue());
        Answer answer =
            api.send("POST", path.getKey(), body.getKey(), BodyPublishers.ofString(example));
        assertThat(answer.status())
            .as("%s %s as %s: %s", path.getKey(), example, body, answer.body())
            .isBetween(200, 202);
      }
    }
  }

  @Test
  void theExampleNumberCanBeAskedFor(Channel channel) throws IOException {
    JsonNode parameters = document.at("/paths/~1api~1fib~1{n}/get/parameters");
    String n = parameters.get(0).get("example").asString();
    String timeout = parameters.get(1).get("example").asString();
    channel.basicConsume(
        Rpc.QUEUE,
        true,
        (tag, request) ->
            channel.basicPublish(
                "",
                request.getProperties().getReplyTo(),
                request.getProperties(),
                new byte[] {'8'}),
        tag -> {});

    api.get("/api/fib/" + n + "?timeout=" + timeout).assertStatus(200);
  }
}

package dev.warren.producer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import dev.warren.contracts.Rpc;
import dev.warren.testkit.MessageCollector;
import dev.warren.testkit.ReceivedMessage;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.RestClient;

@ProducerTest
@TestPropertySource(
    properties = {"warren.tracing.enabled=true", "management.tracing.export.otlp.enabled=false"})
class TracingIT {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String CALLER = "00f067aa0ba902b7";
  private static final String OF_THE_TRACE = "00-" + TRACE + "-(?!" + CALLER + ")[0-9a-f]{16}-01";

  private final RestClient api;

  TracingIT(@LocalServerPort int port) {
    this.api =
        RestClient.builder()
            .baseUrl("http://localhost:" + port)
            .defaultHeader("traceparent", "00-" + TRACE + "-" + CALLER + "-01")
            .build();
  }

  @Test
  void aTaskCarriesTheTraceOfItsRequest(Channel channel) throws IOException {
    post("/api/tasks", MediaType.TEXT_PLAIN, "a task");

    assertThat(trace(MessageCollector.consume(channel, "task_queue").expectOne()))
        .matches(OF_THE_TRACE);
  }

  @Test
  void soDoesEachTaskOfABulk(Channel channel) throws IOException {
    post(
        "/api/tasks/bulk",
        MediaType.APPLICATION_JSON,
        "[{\"text\":\"one\"},{\"text\":\"two\"},{\"text\":\"three\"}]");

    assertThat(MessageCollector.consume(channel, "task_queue").expect(3))
        .extracting(TracingIT::trace)
        .allMatch(trace -> trace.matches(OF_THE_TRACE))
        .doesNotHaveDuplicates();
  }

  @Test
  void soDoesACall(Channel channel) throws IOException {
    String[] seen = new String[1];
    channel.basicConsume(
        Rpc.QUEUE,
        true,
        (tag, request) -> {
          BasicProperties asked = request.getProperties();
          seen[0] = String.valueOf(asked.getHeaders().get("traceparent"));
          BasicProperties properties =
              new BasicProperties.Builder().correlationId(asked.getCorrelationId()).build();
          channel.basicPublish("", asked.getReplyTo(), properties, "55".getBytes(UTF_8));
        },
        tag -> {});

    assertThat(api.get().uri("/api/fib/10").retrieve().body(String.class)).contains("\"55\"");
    assertThat(seen[0]).matches(OF_THE_TRACE);
  }

  private void post(String path, MediaType type, String body) {
    api.post().uri(path).contentType(type).body(body).retrieve().toBodilessEntity();
  }

  private static String trace(ReceivedMessage message) {
    return String.valueOf(message.properties().getHeaders().get("traceparent"));
  }
}

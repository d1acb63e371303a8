package dev.warren.messaging.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import dev.warren.testkit.Bounds;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.MessageCollector;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;

@BrokerTest
@SpringBootTest(
    classes = TracedApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.import=classpath:warren-defaults.yaml",
      "spring.application.name=traced",
      "warren.tracing.enabled=true",
      "management.tracing.export.otlp.enabled=false",
      "management.opentelemetry.tracing.export.schedule-delay=50ms"
    })
class OneTraceIT {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String CALLER = "00f067aa0ba902b7";
  private static final String TRACEPARENT = "00-" + TRACE + "-" + CALLER + "-01";

  private final InMemorySpanExporter spans;
  private final RestClient http;

  OneTraceIT(@Autowired InMemorySpanExporter spans, @LocalServerPort int port) {
    this.spans = spans;
    this.http = RestClient.create("http://localhost:" + port);
  }

  @BeforeEach
  void forget() {
    spans.reset();
  }

  @Test
  void goesFromTheRequestThroughTheMessageToItsHandlerAndOn(Channel channel) throws IOException {
    http.post().uri("/jobs").header("traceparent", TRACEPARENT).retrieve().toBodilessEntity();

    List<SpanData> trace = await("http post /jobs", "send jobs", "process worker", "send results");
    assertThat(trace).extracting(SpanData::getTraceId).containsOnly(TRACE);
    assertThat(trace)
        .extracting(SpanData::getKind)
        .containsExactly(SpanKind.SERVER, SpanKind.PRODUCER, SpanKind.CONSUMER, SpanKind.PRODUCER);
    assertThat(trace)
        .extracting(SpanData::getParentSpanId)
        .containsExactly(
            CALLER, trace.get(0).getSpanId(), trace.get(1).getSpanId(), trace.get(2).getSpanId());
    assertThat(header(MessageCollector.consume(channel, TracedApplication.RESULTS)))
        .isEqualTo("00-" + TRACE + "-" + trace.get(3).getSpanId() + "-01");
  }

  static Stream<Map<String, Object>> harmless() {
    return Stream.of(
        Map.of(),
        Map.of("traceparent", 42),
        Map.of("traceparent", List.of(TRACEPARENT)),
        Map.of("traceparent", ""),
        Map.of("traceparent", "00-00000000000000000000000000000000-0000000000000000-01"),
        Map.of("traceparent", "x".repeat(100_000)),
        Map.of("traceparent", TRACEPARENT + "\r\nforged: 1", "tracestate", true),
        Map.of("tracestate", "=,=,,", "baggage", "a=b".repeat(1000)));
  }

  @ParameterizedTest
  @MethodSource
  void harmless(Map<String, Object> headers, Channel channel) throws IOException {
    send(channel, headers, "a job");

    List<SpanData> trace = await("process worker", "send results");
    assertThat(trace.get(0).getParentSpanId()).isEqualTo("0000000000000000");
    assertThat(trace.get(0).getTraceId()).isNotEqualTo(TRACE);
    assertThat(trace.get(1).getTraceId()).isEqualTo(trace.get(0).getTraceId());
    MessageCollector.consume(channel, TracedApplication.RESULTS).expectOne();
  }

  @Test
  void aMessageThatIsRejectedIsAnErrorOfItsTrace(Channel channel) throws IOException {
    send(channel, Map.of("traceparent", TRACEPARENT, "tracestate", "a=1"), "");

    SpanData handled = await("process worker").get(0);
    assertThat(handled.getTraceId()).isEqualTo(TRACE);
    assertThat(handled.getSpanContext().getTraceState().get("a")).isEqualTo("1");
    assertThat(handled.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void whoeverExpectsAReplyHasAServer(Channel channel) throws IOException {
    BasicProperties request = new BasicProperties.Builder().replyTo("somebody").build();
    channel.basicPublish("", TracedApplication.JOBS, request, "a job".getBytes(UTF_8));

    assertThat(await("process worker").get(0).getKind()).isEqualTo(SpanKind.SERVER);
    MessageCollector.consume(channel, TracedApplication.RESULTS).expectOne();
  }

  private static void send(Channel channel, Map<String, Object> headers, String body)
      throws IOException {
    BasicProperties properties = new BasicProperties.Builder().headers(headers).build();
    channel.basicPublish("", TracedApplication.JOBS, properties, body.getBytes(UTF_8));
  }

  private static String header(MessageCollector messages) {
    return String.valueOf(messages.expectOne().properties().getHeaders().get("traceparent"));
  }

  /** One span of each name, in the order of the names. */
  private List<SpanData> await(String... names) {
    Bounds.soon().until(() -> Arrays.stream(names).allMatch(name -> named(name).count() == 1));
    return Arrays.stream(names).flatMap(this::named).toList();
  }

  private Stream<SpanData> named(String name) {
    return spans.getFinishedSpanItems().stream().filter(span -> span.getName().equals(name));
  }
}

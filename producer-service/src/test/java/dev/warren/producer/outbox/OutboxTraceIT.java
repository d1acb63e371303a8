package dev.warren.producer.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.testkit.Bounds;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.DatabaseTest;
import dev.warren.testkit.MessageCollector;
import dev.warren.testkit.ReceivedMessage;
import dev.warren.testkit.TestDatabase;
import dev.warren.testkit.TestVhost;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.web.client.RestClient;

@BrokerTest
class OutboxTraceIT {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String CALLER = "00f067aa0ba902b7";
  private static final String BEFORE_TRACES = "2";

  @DatabaseTest
  void anOrderAndWhatTellsOfItAreOneTrace(TestDatabase database, TestVhost vhost, Channel channel)
      throws IOException {
    MessageCollector events = events(channel);
    try (OrderService service = traced(vhost, database)) {
      place(service, "a=1");

      Map<String, Object> headers = events.expectOne().properties().getHeaders();
      SpanData request = span(service, "http post /api/orders");
      SpanData sent = span(service, "send orders");
      assertThat(request.getParentSpanId()).isEqualTo(CALLER);
      assertThat(sent.getParentSpanId()).isEqualTo(request.getSpanId());
      assertThat(sent.getTraceId()).isEqualTo(TRACE);
      assertThat(sent.getKind()).isEqualTo(SpanKind.PRODUCER);
      assertThat(headers.get("traceparent"))
          .hasToString("00-" + TRACE + "-" + sent.getSpanId() + "-01");
      assertThat(headers.get("tracestate")).hasToString("a=1");

      place(service, "a=" + "x".repeat(250) + ",b=" + "y".repeat(250) + ",c=" + "z".repeat(250));
      assertThat(events.expectOne().properties().getHeaders())
          .containsKey("traceparent")
          .doesNotContainKey("tracestate");
    }
  }

  @DatabaseTest
  void whatAnOlderVersionWritesIsPublishedWithoutATrace(
      TestDatabase database, TestVhost vhost, Channel channel) throws IOException {
    MessageCollector events = events(channel);
    DriverManagerDataSource schema = dataSource(database.springSettings());
    Flyway.configure().dataSource(schema).target(BEFORE_TRACES).load().migrate();
    JdbcClient older = JdbcClient.create(schema);
    write(older, "before the upgrade");
    try (OrderService service = traced(vhost, database)) {
      ReceivedMessage before = events.expectOne();
      write(older, "beside the newer one");
      ReceivedMessage beside = events.expectOne();

      assertThat(before.body()).isEqualTo("before the upgrade");
      assertThat(beside.body()).isEqualTo("beside the newer one");
      assertThat(List.of(before, beside))
          .allSatisfy(event -> assertThat(event.properties().getHeaders()).isNullOrEmpty());
      assertThat(service.bean(InMemorySpanExporter.class).getFinishedSpanItems()).isEmpty();
    }
  }

  private static OrderService traced(TestVhost vhost, TestDatabase database) {
    return OrderService.start(
        vhost.springSettings(),
        database.springSettings(),
        "spring.main.sources=" + CollectedSpans.class.getName(),
        "warren.tracing.enabled=true",
        "management.tracing.export.otlp.enabled=false",
        "management.opentelemetry.tracing.export.schedule-delay=50ms");
  }

  private static MessageCollector events(Channel channel) throws IOException {
    channel.exchangeDeclare("orders", "topic", true);
    return MessageCollector.bind(channel, "orders", "order.#");
  }

  private static void place(OrderService service, String tracestate) {
    ResponseEntity<Void> placed =
        RestClient.create("http://localhost:" + service.port())
            .post()
            .uri("/api/orders")
            .header("traceparent", "00-" + TRACE + "-" + CALLER + "-01")
            .header("tracestate", tracestate)
            .contentType(MediaType.APPLICATION_JSON)
            .body("{\"item\":\"carrot cake\",\"quantity\":2}")
            .retrieve()
            .toBodilessEntity();
    assertThat(placed.getStatusCode().value()).isEqualTo(201);
  }

  private static SpanData span(OrderService service, String name) {
    InMemorySpanExporter spans = service.bean(InMemorySpanExporter.class);
    return Bounds.soon()
        .until(
            () ->
                spans.getFinishedSpanItems().stream()
                    .filter(it -> it.getName().equals(name))
                    .toList(),
            found -> found.size() == 1)
        .get(0);
  }

  /** As a replica does that knows of no traces. */
  private static void write(JdbcClient jdbc, String body) {
    jdbc.sql(
            """
            insert into outbox
              (message_id, aggregate_id, exchange, routing_key, body, created_at, due_at)
            values (:id, :id, 'orders', 'order.placed', :id, now(), now())
            """)
        .param("id", body)
        .update();
  }

  /** Of {@code url=...}, {@code username=...} and {@code password=...}. */
  private static DriverManagerDataSource dataSource(List<String> settings) {
    List<String> values =
        settings.stream().map(setting -> setting.substring(setting.indexOf('=') + 1)).toList();
    return new DriverManagerDataSource(values.get(0), values.get(1), values.get(2));
  }

  static class CollectedSpans {
    @Bean
    static InMemorySpanExporter spans() {
      return InMemorySpanExporter.create();
    }
  }
}

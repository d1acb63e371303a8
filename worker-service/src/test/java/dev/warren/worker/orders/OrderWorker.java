package dev.warren.worker.orders;

import dev.warren.testkit.Bounds;
import dev.warren.worker.WorkerApplication;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** One of several workers on the same broker and database. */
final class OrderWorker implements AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final RestClient http;

  private OrderWorker(ConfigurableApplicationContext context) {
    this.context = context;
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    this.http =
        RestClient.builder()
            .baseUrl("http://127.0.0.1:" + port)
            .defaultStatusHandler(status -> true, (request, response) -> {})
            .build();
  }

  static OrderWorker start(List<String> broker, List<String> database) {
    return new OrderWorker(
        new SpringApplicationBuilder(WorkerApplication.class)
            .run(
                Stream.of(List.of("server.port=0"), broker, database)
                    .flatMap(List::stream)
                    .map(setting -> "--" + setting)
                    .toArray(String[]::new)));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  int statusOf(String path) {
    ResponseEntity<String> answer = http.get().uri(path).retrieve().toEntity(String.class);
    return answer.getStatusCode().value();
  }

  /** What was shipped of an order. */
  List<JsonNode> shipments(String orderId) {
    JsonNode all =
        http.get().uri("/api/shipments?orderId={id}", orderId).retrieve().body(JsonNode.class);
    return Objects.requireNonNull(all).valueStream().toList();
  }

  void awaitShipped(String orderId) {
    Bounds.soon().until(() -> shipments(orderId).size(), shipped -> shipped == 1);
  }

  /** How many messages were {@code shipped}, or {@code duplicate}. */
  double handled(String outcome) {
    return bean(MeterRegistry.class).counter("warren.orders.handled", "outcome", outcome).count();
  }

  @Override
  public void close() {
    context.close();
  }
}

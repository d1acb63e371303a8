package dev.warren.producer.outbox;

import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerApplication;
import dev.warren.testkit.Bounds;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One of several producers on the same broker and database. */
final class OrderService implements AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final Api api;

  private OrderService(ConfigurableApplicationContext context) {
    this.context = context;
    this.api =
        new Api(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
  }

  /** With the settings that broker and database give. */
  static OrderService start(List<String> broker, List<String> database, String... more) {
    List<String> own =
        List.of(
            "server.port=0",
            "warren.outbox.poll-interval=100ms",
            "warren.outbox.retry-delay=200ms",
            "warren.outbox.longest-pause=500ms",
            "warren.outbox.watch-interval=100ms");
    return new OrderService(
        new SpringApplicationBuilder(ProducerApplication.class)
            .run(
                Stream.of(own, broker, database, List.of(more))
                    .flatMap(List::stream)
                    .map(setting -> "--" + setting)
                    .toArray(String[]::new)));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  int port() {
    return api.port();
  }

  Answer post(String item) {
    return api.postJson("/api/orders", "{\"item\":\"" + item + "\",\"quantity\":2}");
  }

  /** Places an order and returns its id. */
  String place(String item) {
    return post(item).assertStatus(201).text("id");
  }

  Answer get(String path) {
    return api.get(path);
  }

  Answer order(String id) {
    return get("/api/orders/" + id).assertStatus(200);
  }

  void awaitPublished(String id) {
    Bounds.soon().until(() -> order(id).text("event"), "published"::equals);
  }

  @Override
  public void close() {
    context.close();
  }
}

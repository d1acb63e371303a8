package dev.warren.producer.idempotency;

import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.RunningProducer;
import dev.warren.testkit.Bounds;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One of several producers on the same broker and database. */
record KeyedProducer(RunningProducer producer) implements AutoCloseable {

  static KeyedProducer start(List<String> broker, List<String> database, String... more) {
    return new KeyedProducer(
        RunningProducer.start(Stream.concat(broker.stream(), database.stream()).toList(), more));
  }

  /** A task that is sent under a key. */
  Answer task(String key, String text) {
    return api().postUnderKey(key, "/api/tasks", "text/plain", text);
  }

  Answer json(String key, String path, String json) {
    return api().postUnderKey(key, path, "application/json", json);
  }

  Api api() {
    return producer.api();
  }

  JdbcClient jdbc() {
    return producer.context().getBean(JdbcClient.class);
  }

  int rows(String table) {
    return jdbc().sql("select count(*) from " + table).query(Integer.class).single();
  }

  /** The requests that have begun and have no answer yet, and nobody else may begin. */
  void awaitInHand() {
    Bounds.soon()
        .until(
            () ->
                jdbc()
                        .sql(
                            """
                            select count(*) from idempotency_key
                            where status is null and lease_until > current_timestamp
                            """)
                        .query(Integer.class)
                        .single()
                    > 0);
  }

  /** What a process leaves that is killed after it has published and before it remembers that. */
  void forgetAnswers() {
    jdbc().sql("update idempotency_key set status = null, body = null").update();
  }

  void endLeases() {
    jdbc().sql("update idempotency_key set lease_until = created_at").update();
  }

  /** How many requests under a key came to that. */
  double count(String result) {
    return producer
        .context()
        .getBean(MeterRegistry.class)
        .get("warren.idempotency")
        .tag("result", result)
        .counter()
        .count();
  }

  @Override
  public void close() {
    producer.close();
  }
}

package dev.warren.worker.support;

import dev.warren.testkit.Bounds;
import dev.warren.testkit.OwnBroker;
import dev.warren.testkit.Relay;
import dev.warren.testkit.TestVhost;
import dev.warren.worker.WorkerApplication;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** A whole worker; several of them may share a virtual host. Closing it is its orderly shutdown. */
public final class RunningWorker implements AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final RestClient http;

  private RunningWorker(ConfigurableApplicationContext context) {
    this.context = context;
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    this.http = RestClient.create("http://127.0.0.1:" + port);
  }

  /** Starts one with settings such as {@code warren.worker.prefetch=10}. */
  public static RunningWorker start(TestVhost vhost, String... settings) {
    return start(vhost.springSettings(), settings);
  }

  /** The same, reaching the broker through a relay. */
  public static RunningWorker start(TestVhost vhost, Relay relay, String... settings) {
    return start(vhost.springSettings(relay), settings);
  }

  /** The same on a broker that the test has for itself. */
  public static RunningWorker start(OwnBroker broker, String... settings) {
    return start(broker.springSettings(), settings);
  }

  private static RunningWorker start(List<String> broker, String... settings) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--server.port=0");
    for (String setting : broker) {
      arguments.add("--" + setting);
    }
    for (String setting : settings) {
      arguments.add("--" + setting);
    }
    return new RunningWorker(
        new SpringApplicationBuilder(WorkerApplication.class)
            .run(arguments.toArray(String[]::new)));
  }

  /** What {@code GET /api/worker} answers. */
  public JsonNode status() {
    return Objects.requireNonNull(
        http.get().uri("/api/worker").retrieve().body(JsonNode.class), "a body");
  }

  /** How many messages a listener of it had that became of this, such as {@code retried}. */
  public double handled(String listener, String outcome) {
    return count("warren.listener.messages", "listener", listener, outcome);
  }

  /**
   * How many messages to a destination, as metrics name it, had this outcome: {@code not-sent} …
   */
  public double published(String destination, String outcome) {
    return count("warren.publish", "destination", destination, outcome);
  }

  private double count(String counter, String tag, String value, String outcome) {
    return context
        .getBean(MeterRegistry.class)
        .get(counter)
        .tags(tag, value, "outcome", outcome)
        .counter()
        .count();
  }

  /** Waits until a field of the status, such as {@code succeeded}, has this value. */
  public RunningWorker awaitStatus(String field, String value) {
    Bounds.soon().until(() -> status().path(field).asString(), value::equals);
    return this;
  }

  /** A part of it, such as what a test has put into it. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}

package dev.warren.producer.publishing;

import static dev.warren.testkit.Bounds.soon;
import static dev.warren.testkit.Bounds.within;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.ProducerApplication;
import dev.warren.testkit.OwnBroker;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The broker lacks memory and blocks publishers. */
class MemoryAlarmIT {

  /** The confirm timeout of 5 s, and what a busy machine takes besides. */
  private static final Duration ANSWERED = Duration.ofSeconds(10);

  /** Below every stop grace period. */
  private static final Duration STOPPED = Duration.ofSeconds(25);

  private static final int CALLERS = 200;

  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
  private OwnBroker broker;
  private ConfigurableApplicationContext service;
  private Api api;

  @BeforeEach
  void start() {
    broker = OwnBroker.start();
    service =
        new SpringApplicationBuilder(ProducerApplication.class)
            .run(
                Stream.concat(Stream.of("server.port=0"), broker.springSettings().stream())
                    .map(setting -> "--" + setting)
                    .toArray(String[]::new));
    api = new Api(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
  }

  @AfterEach
  void stop() {
    callers.shutdownNow();
    service.close();
    broker.close();
  }

  @Test
  void everyCallerIsAnsweredInTimeAndAllIsWellWhenTheAlarmIsOver() throws Exception {
    api.postText("/api/tasks", "before").assertStatus(202);

    broker.raiseMemoryAlarm();

    List<CompletableFuture<Answer>> answers =
        IntStream.range(0, CALLERS).mapToObj(i -> post("x".repeat(60_000) + i)).toList();
    within(ANSWERED).until(() -> answers.stream().allMatch(CompletableFuture::isDone));
    assertThat(answers).allSatisfy(answer -> answer.join().assertStatus(503));
    Answer refused = api.postText("/api/tasks", "later").assertProblem(503, "not-sent");
    assertThat(refused.text("detail")).contains("alarm");
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(inFlight()).isZero();
    assertThat(readiness()).isEqualTo(503);

    broker.clearMemoryAlarm();

    soon().until(() -> api.postText("/api/tasks", "after").status() == 202);
    soon().until(() -> readiness() == 200);
  }

  @Test
  void theServiceStopsInTimeThoughTheBrokerDoesNotAnswer() throws Exception {
    broker.raiseMemoryAlarm();
    api.postText("/api/tasks", "blocked").assertStatus(503);

    CompletableFuture<Void> stopped = CompletableFuture.runAsync(service::close, callers);

    within(STOPPED).until(stopped::isDone);
  }

  private CompletableFuture<Answer> post(String text) {
    return CompletableFuture.supplyAsync(() -> api.postText("/api/tasks", text), callers);
  }

  private int readiness() {
    return api.get("/actuator/health/readiness").status();
  }

  private double inFlight() {
    return service.getBean(MeterRegistry.class).get("warren.publish.in.flight").gauge().value();
  }
}

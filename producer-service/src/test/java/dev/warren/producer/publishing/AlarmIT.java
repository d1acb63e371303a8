package dev.warren.producer.publishing;

import static dev.warren.testkit.Bounds.soon;
import static dev.warren.testkit.Bounds.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Connection;
import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.RunningProducer;
import dev.warren.producer.TimedAnswer;
import dev.warren.testkit.OwnBroker;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The broker lacks memory or disk and blocks publishers. */
class AlarmIT {

  /** The confirm timeout of 5 s, and what a busy machine takes besides. */
  private static final Duration ANSWERED = Duration.ofSeconds(10);

  /** Below every stop grace period. */
  private static final Duration STOPPED = Duration.ofSeconds(25);

  private static final int CALLERS = 200;

  /** The web server's threads where there are no virtual ones, and some for everything else. */
  private static final int THREADS = 300;

  private static OwnBroker broker;

  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
  private RunningProducer producer;
  private Api api;

  @BeforeAll
  static void startBroker() {
    broker = OwnBroker.start();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void start() {
    producer = RunningProducer.start(broker.springSettings());
    api = producer.api();
  }

  @AfterEach
  void stop() throws Exception {
    callers.shutdownNow();
    broker.clearMemoryAlarm();
    producer.close();
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
    assertThat(producer.gauge("warren.publish.in.flight")).isZero();
    assertThat(producer.readiness()).isEqualTo(503);

    broker.clearMemoryAlarm();

    soon().until(() -> api.postText("/api/tasks", "after").status() == 202);
    soon().until(() -> producer.readiness() == 200);
  }

  @Test
  void everyEndpointSaysSoAtOnceOnceTheDiskAlarmIsKnown() throws Exception {
    api.postText("/api/tasks", "before").assertStatus(202);
    try (Connection connection = broker.connect()) {
      EveryEndpoint.putLetters(connection.createChannel());
    }
    broker.raiseDiskAlarm();
    try {
      api.postText("/api/tasks", "the one that learns of it").assertStatus(503);

      assertThat(EveryEndpoint.ask(api, callers).map(CompletableFuture::join))
          .extracting(TimedAnswer::answer)
          .allSatisfy(answer -> answer.assertProblem(503, "not-sent"))
          .filteredOn(answer -> !answer.text("instance").equals("/api/logs/syslog"))
          .allSatisfy(answer -> assertThat(answer.headers().firstValue("Retry-After")).isPresent());
      assertThat(EveryEndpoint.ask(api, callers).map(CompletableFuture::join))
          .allSatisfy(answer -> assertThat(answer.elapsed()).isLessThan(Duration.ofSeconds(2)));
    } finally {
      broker.clearDiskAlarm();
    }

    soon().until(() -> api.postText("/api/tasks", "after").status() == 202);
  }

  @Test
  void manyCallersTakeNoMoreThreadsThanFew() throws Exception {
    api.postText("/api/tasks", "before").assertStatus(202);
    broker.raiseMemoryAlarm();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    threads.resetPeakThreadCount();
    int before = threads.getThreadCount(); // other tests of this JVM have left some

    List<CompletableFuture<Answer>> answers =
        IntStream.range(0, 2_000).mapToObj(i -> post("x".repeat(10_000) + i)).toList();
    within(ANSWERED.multipliedBy(3))
        .until(() -> answers.stream().allMatch(CompletableFuture::isDone));

    assertThat(answers).allSatisfy(answer -> answer.join().assertStatus(503));
    assertThat(threads.getPeakThreadCount() - before).isLessThan(THREADS + CALLERS);
    assertThat(producer.gauge("warren.publish.in.flight")).isZero();
  }

  @Test
  void theServiceStopsInTimeThoughTheBrokerDoesNotAnswer() throws Exception {
    broker.raiseMemoryAlarm();
    api.postText("/api/tasks", "blocked").assertStatus(503);

    CompletableFuture<Void> stopped = CompletableFuture.runAsync(producer::close, callers);

    within(STOPPED).until(stopped::isDone);
  }

  private CompletableFuture<Answer> post(String text) {
    return CompletableFuture.supplyAsync(() -> api.postText("/api/tasks", text), callers);
  }
}

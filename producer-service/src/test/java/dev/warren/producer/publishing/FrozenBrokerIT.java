package dev.warren.producer.publishing;

import static dev.warren.testkit.Bounds.soon;
import static dev.warren.testkit.Bounds.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.Rpc;
import dev.warren.producer.Api;
import dev.warren.producer.RunningProducer;
import dev.warren.producer.TimedAnswer;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.Relay;
import dev.warren.testkit.TestVhost;
import java.io.IOException;
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

/**
 * The broker has stopped in its tracks: connections stay, and nothing is read or answered on them,
 * so that sockets fill up and whoever writes to them waits.
 */
@BrokerTest
class FrozenBrokerIT {

  /** The confirm timeout of 5 s, and what a busy machine takes besides. */
  private static final Duration ANSWERED = Duration.ofSeconds(10);

  /** Two missed heartbeats, at most, and the next connection. */
  private static final Duration RECOVERED = Duration.ofSeconds(40);

  private static final int CALLERS = 150;

  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS + 20);
  private Relay relay;
  private RunningProducer producer;
  private Api api;

  @BeforeEach
  void start(TestVhost vhost) throws IOException {
    relay = Relay.shutTo(vhost.broker()).open();
    producer = RunningProducer.start(vhost.springSettings(relay));
    api = producer.api();
  }

  @AfterEach
  void stop() throws IOException {
    callers.shutdownNow();
    relay.thaw();
    producer.close();
    relay.close();
  }

  @Test
  void nobodyWaitsLongerThanTheConfirmTimeoutAndAllIsWellWhenItGoesOn(Channel channel)
      throws IOException {
    channel.basicConsume(Rpc.QUEUE, true, (tag, request) -> {}, tag -> {});
    api.postText("/api/tasks", "before").assertStatus(202);
    api.get("/api/fib/1?timeout=20ms").assertStatus(504);

    relay.freeze();

    String large = "x".repeat(60_000);
    List<CompletableFuture<TimedAnswer>> answers =
        Stream.concat(
                IntStream.range(0, CALLERS).mapToObj(i -> post(large)),
                EveryEndpoint.ask(api, callers))
            .toList();
    within(ANSWERED.multipliedBy(2))
        .untilAsserted(() -> assertThat(answers).allMatch(CompletableFuture::isDone));
    assertThat(answers)
        .extracting(CompletableFuture::join)
        .allSatisfy(answer -> assertThat(answer.status()).isIn(503, 504))
        .allSatisfy(answer -> assertThat(answer.elapsed()).isLessThan(ANSWERED));
    assertThat(producer.readiness()).isEqualTo(503);

    relay.thaw();

    within(RECOVERED).until(() -> api.postText("/api/tasks", "after").status() == 202);
    soon().until(() -> producer.readiness() == 200);
    soon().until(() -> producer.gauge("warren.publish.in.flight") == 0);
  }

  @Test
  void aCallEndsAtItsDeadlineThoughTheBrokerDoesNotSayWhetherThereIsAServer() {
    relay.freeze();

    TimedAnswer call = TimedAnswer.of(() -> api.get("/api/fib/1?timeout=100ms"));

    call.answer().assertProblem(504, "rpc-timeout");
    assertThat(call.elapsed()).isLessThan(Duration.ofSeconds(2));
  }

  private CompletableFuture<TimedAnswer> post(String text) {
    return CompletableFuture.supplyAsync(
        () -> TimedAnswer.of(() -> api.postText("/api/tasks", text)), callers);
  }
}

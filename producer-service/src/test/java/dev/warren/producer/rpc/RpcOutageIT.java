package dev.warren.producer.rpc;

import static dev.warren.testkit.Bounds.soon;
import static dev.warren.testkit.Bounds.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.Rpc;
import dev.warren.producer.Answer;
import dev.warren.producer.Api;
import dev.warren.producer.RunningProducer;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.Relay;
import dev.warren.testkit.TestVhost;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

/** Calls leave nothing behind, whatever becomes of the broker and however many wait. */
@BrokerTest
class RpcOutageIT {

  /** More than a connection may have channels: {@code channel_max} is 256. */
  private static final int CALLERS = 300;

  private static final int FEW = 3;

  private static final Duration ANSWERED = Duration.ofSeconds(30);

  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
  private final AtomicInteger opened = new AtomicInteger();
  private Relay relay;
  private RunningProducer producer;
  private Api api;

  @BeforeEach
  void start(TestVhost vhost) throws IOException {
    relay = Relay.shutTo(vhost.broker()).open();
    producer =
        RunningProducer.start(vhost.springSettings(relay), "warren.rpc.max-calls=" + 2 * CALLERS);
    api = producer.api();
    publishers().addChannelListener((created, transactional) -> opened.incrementAndGet());
  }

  @AfterEach
  void stop() throws IOException {
    callers.shutdownNow();
    producer.close();
    relay.close();
  }

  @Test
  void callsThatMeetNoBrokerOpenNoChannelsWhenItIsBack(Channel channel) throws IOException {
    ForeignServer.replying(channel, n -> n);
    assertThat(call(CALLERS, "/api/fib/1")).allSatisfy(answer -> answer.assertStatus(200));

    relay.shut();
    soon().until(() -> isNotSent(api.get("/api/fib/1"))); // some before it were written
    assertThat(call(CALLERS, "/api/fib/1?timeout=2s"))
        .allSatisfy(answer -> answer.assertProblem(503, "not-sent"));
    opened.set(0);
    relay.open();

    soon().until(() -> api.get("/api/fib/1").status() == 200);
    assertThat(call(2, "/api/fib/2")).allSatisfy(answer -> answer.assertStatus(200));
    assertThat(opened.get()).isLessThanOrEqualTo(FEW);
  }

  @Test
  void moreCallersThanAConnectionHasChannelsMayWait(Channel mute, Channel other) throws Exception {
    AtomicInteger taken = new AtomicInteger();
    mute.basicConsume(Rpc.QUEUE, true, (tag, request) -> taken.incrementAndGet(), tag -> {});
    List<CompletableFuture<Answer>> waiting = start(CALLERS, "/api/fib/1?timeout=60s");
    within(ANSWERED).until(() -> taken.get() == CALLERS);

    mute.close();
    assertThat(join(waiting)).allSatisfy(answer -> answer.assertProblem(503, "no-rpc-server"));
    ForeignServer.replying(other, n -> n);

    assertThat(api.get("/api/fib/7").assertStatus(200).text("value")).isEqualTo("7");
    assertThat(opened.get()).isLessThanOrEqualTo(FEW);
  }

  @Test
  void aCallThatAServerHasWhenTheBrokerVanishesMayHaveBeenDone(Channel mute) throws Exception {
    ForeignServer server = ForeignServer.silent(mute);
    List<CompletableFuture<Answer>> waiting = start(1, "/api/fib/1?timeout=60s");
    soon().until(() -> server.requests().size() == 1);

    relay.shut();

    join(waiting).get(0).assertProblem(503, "unconfirmed");
  }

  @Test
  void aCallThatAServerHasWhenTheServiceStopsMayHaveBeenDone(Channel mute) throws Exception {
    ForeignServer server = ForeignServer.silent(mute);
    List<CompletableFuture<Answer>> waiting = start(1, "/api/fib/1?timeout=60s");
    soon().until(() -> server.requests().size() == 1);

    producer.context().getBean(FibClient.class).close();

    join(waiting).get(0).assertProblem(503, "unconfirmed");
  }

  private static boolean isNotSent(Answer answer) {
    return answer.status() == 503 && answer.text("type").endsWith(":not-sent");
  }

  private List<Answer> call(int times, String path) {
    return join(start(times, path));
  }

  private List<CompletableFuture<Answer>> start(int times, String path) {
    return Stream.generate(() -> CompletableFuture.supplyAsync(() -> api.get(path), callers))
        .limit(times)
        .toList();
  }

  private static List<Answer> join(List<CompletableFuture<Answer>> answers) {
    within(ANSWERED).until(() -> answers.stream().allMatch(CompletableFuture::isDone));
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private CachingConnectionFactory publishers() {
    return (CachingConnectionFactory)
        Objects.requireNonNull(
            producer
                .context()
                .getBean(CachingConnectionFactory.class)
                .getPublisherConnectionFactory());
  }
}

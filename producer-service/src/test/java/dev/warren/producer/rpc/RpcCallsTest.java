package dev.warren.producer.rpc;

import static dev.warren.testkit.Bounds.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.messaging.metrics.BlockedConnections;
import dev.warren.messaging.publish.OutgoingMessages;
import dev.warren.messaging.tracing.MessageTracing;
import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;

/** Calls that never get as far as the broker. */
class RpcCallsTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final ExecutorService sender = Executors.newSingleThreadExecutor();
  private final CountDownLatch released = new CountDownLatch(1);
  private final CountDownLatch opening = new CountDownLatch(1);

  @AfterEach
  void stop() {
    released.countDown();
    sender.shutdownNow();
  }

  @Test
  void anErrorOfTheConnectionEndsTheCallAtOnce() {
    RpcCalls calls =
        calls(
            () -> {
              throw new InternalError("no thread to be had");
            });

    CompletableFuture<ProblemType> failure = failureOf(calls);

    soon().until(failure::isDone);
    assertThat(failure).isCompletedWithValue(ProblemType.NOT_SENT);
  }

  @Test
  void whatWasNotWrittenWhenTheServiceStopsWasNotSent() throws Exception {
    RpcCalls calls =
        calls(
            () -> {
              opening.countDown();
              return hold();
            });
    CompletableFuture<ProblemType> failure = failureOf(calls);
    opening.await();

    calls.close();

    soon().until(failure::isDone);
    assertThat(failure).isCompletedWithValue(ProblemType.NOT_SENT);
  }

  @Test
  void aRequestAtWhichTheConnectionBrokeMayHaveBeenWritten() {
    RpcCalls calls = calls(() -> connection(new FailingChannel("basicPublish", IOException::new)));

    CompletableFuture<ProblemType> failure = failureOf(calls);

    soon().until(failure::isDone);
    assertThat(failure).isCompletedWithValue(ProblemType.UNCONFIRMED);
  }

  @Test
  void aChannelThatAnErrorKeepsFromConsumingIsNotLeftOpen() {
    FailingChannel failing = new FailingChannel("basicConsume", InternalError::new);
    RpcCalls calls = calls(() -> connection(failing));

    CompletableFuture<ProblemType> failure = failureOf(calls);

    soon().until(failure::isDone);
    assertThat(failing.isAborted()).isTrue();
    assertThat(failure).isCompletedWithValue(ProblemType.NOT_SENT);
  }

  private static Connection connection(FailingChannel channel) {
    return fake(Connection.class, method -> method.equals("createChannel") ? channel.get() : null);
  }

  private Connection hold() {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IllegalStateException("no connection");
  }

  private RpcCalls calls(Supplier<Connection> connection) {
    WaitingCalls waiting = new WaitingCalls(new RpcMeters(new SimpleMeterRegistry()));
    ConnectionFactory connections =
        fake(
            ConnectionFactory.class,
            method -> method.equals("createConnection") ? connection.get() : null);
    return new RpcCalls(
        new RpcServers(new ScriptedAdmin(connections, () -> 1), new BlockedConnections()),
        new ReplyChannel(connections, waiting),
        new RpcRequests(new OutgoingMessages("test", Clock.systemUTC())),
        waiting,
        MessageTracing.OFF,
        sender);
  }

  private static <T> T fake(Class<T> type, Function<String, @Nullable Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answers.apply(method.getName())));
  }

  /** What a caller is told who waits long. */
  private static CompletableFuture<ProblemType> failureOf(RpcCalls calls) {
    FibClient client =
        new FibClient(
            calls, new RpcProperties(10, LONG, 1), new RpcMeters(new SimpleMeterRegistry()));
    return CompletableFuture.supplyAsync(() -> client.ask(new FibRequest(1, LONG)))
        .handle(
            (answer, failure) ->
                failure.getCause() instanceof ProblemException problem
                    ? problem.problemType()
                    : ProblemType.INTERNAL);
  }
}

package dev.warren.producer.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import dev.warren.messaging.metrics.BlockedConnections;
import dev.warren.messaging.publish.OutgoingMessages;
import dev.warren.messaging.tracing.MessageTracing;
import dev.warren.messaging.web.ProblemException;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.TestVhost;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

/** A reply that takes longer than its caller waits before it asks whether there are servers. */
@BrokerTest
class SlowServerIT {

  private static final Duration LONG = Duration.ofSeconds(30);

  /** After the first look for servers, and before the second. */
  private static final Duration SLOW = Duration.ofMillis(1_500);

  private final CountDownLatch released = new CountDownLatch(1);
  private final AtomicInteger questions = new AtomicInteger();
  private CachingConnectionFactory connections;

  @BeforeEach
  void connect(TestVhost vhost) {
    connections = new CachingConnectionFactory(vhost.broker().host(), vhost.broker().port());
    connections.setUsername(vhost.broker().username());
    connections.setPassword(vhost.broker().password());
    connections.setVirtualHost(vhost.name());
  }

  @AfterEach
  void disconnect() {
    released.countDown();
    connections.destroy();
  }

  @Test
  void aReplyIsNotHeldUpByABrokerThatDoesNotSayWhetherThereAreServers(Channel channel)
      throws Exception {
    replyLate(channel);
    long start = System.nanoTime();

    assertThat(call(() -> questions.incrementAndGet() == 1 ? 1 : hold())).isEqualTo("55");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    assertThat(questions).hasValue(2);
  }

  @Test
  void aReplyCountsThoughTheBrokerSaidOnceThatThereIsNoServer(Channel channel) throws Exception {
    replyLate(channel);

    assertThat(call(() -> questions.incrementAndGet() == 2 ? 0 : 1)).isEqualTo("55");

    assertThat(questions).hasValueGreaterThanOrEqualTo(2);
  }

  @Test
  void whenTheBrokerSaysItTwiceThereIsNoServer(Channel channel) throws Exception {
    ForeignServer.silent(channel);

    assertThatThrownBy(() -> call(() -> questions.incrementAndGet() == 1 ? 1 : 0))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("No server");

    assertThat(questions).hasValue(3);
  }

  private static void replyLate(Channel channel) throws IOException {
    Executor late = CompletableFuture.delayedExecutor(SLOW.toMillis(), TimeUnit.MILLISECONDS);
    ForeignServer.serve(channel, (server, request) -> late.execute(() -> reply(server, request)));
  }

  private static void reply(ForeignServer server, Delivery request) {
    try {
      server.reply(request, "55".getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String call(IntSupplier consumers) throws Exception {
    WaitingCalls waiting = new WaitingCalls(new RpcMeters(new SimpleMeterRegistry()));
    RpcServers servers =
        new RpcServers(new ScriptedAdmin(connections, consumers), new BlockedConnections());
    try (RpcCalls calls =
        new RpcCalls(
            servers,
            new ReplyChannel(connections, waiting),
            new RpcRequests(new OutgoingMessages("test", Clock.systemUTC())),
            waiting,
            MessageTracing.OFF,
            Executors.newSingleThreadExecutor())) {
      return new String(calls.call("10", LONG).getBody(), UTF_8);
    }
  }

  private int hold() {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 1;
  }
}

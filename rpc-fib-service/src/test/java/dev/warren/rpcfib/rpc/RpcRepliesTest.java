package dev.warren.rpcfib.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.warren.messaging.identity.InstanceName;
import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.messaging.publish.OutgoingMessages;
import dev.warren.messaging.publish.PublishOutcome;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.ImmediateRequeueAmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;

class RpcRepliesTest {

  private static final PublishOutcome BLOCKED = new PublishOutcome.NotSent("an alarm");

  private final RpcStatistics statistics = new RpcStatistics(new SimpleMeterRegistry());
  private final Deque<PublishOutcome> outcomes = new ArrayDeque<>();
  private final List<String> sent = new ArrayList<>();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final MessageProperties request = new MessageProperties();

  @Test
  void sendsTheSameReplyUntilTheBrokerHasIt() {
    outcomes.add(BLOCKED);
    outcomes.add(new PublishOutcome.Unconfirmed("no word"));
    outcomes.add(new PublishOutcome.Confirmed());

    send(Duration.ofMinutes(1));

    assertThat(sent).hasSize(3);
    assertThat(sent).containsOnly(sent.get(0));
    assertThat(statistics.status("", 0).answered()).isOne();
    assertThat(statistics.status("", 0).undeliverable()).isZero();
  }

  @Test
  void doesNotRepeatWhatWouldEndAlike() {
    for (PublishOutcome hopeless :
        List.of(
            new PublishOutcome.Returned(312, "NO_ROUTE"),
            new PublishOutcome.Nacked("its queue is full"),
            new PublishOutcome.NotSent("too long a key", true))) {
      outcomes.add(hopeless);

      send(Duration.ofMinutes(1));
    }

    assertThat(sent).hasSize(3);
    assertThat(statistics.status("", 0).undeliverable()).isEqualTo(3);
  }

  @Test
  void rejectsTheRequestWhenPatienceIsOver() {
    assertThatExceptionOfType(AmqpRejectAndDontRequeueException.class)
        .isThrownBy(() -> send(Duration.ofMillis(20)));

    assertThat(sent).hasSizeGreaterThan(1);
    assertThat(statistics.status("", 0).undeliverable()).isOne();
  }

  @Test
  void doesNotSendForLongWhatIsNeverConfirmed() {
    for (int i = 0; i < 4; i++) {
      outcomes.add(new PublishOutcome.Unconfirmed("the broker closed the connection"));
    }

    assertThatExceptionOfType(AmqpRejectAndDontRequeueException.class)
        .isThrownBy(() -> send(Duration.ofMinutes(1)));

    assertThat(sent).hasSize(3);
  }

  @Test
  void hasNoMorePatienceThanTheClient() {
    request.setExpiration("20");

    assertThatExceptionOfType(AmqpRejectAndDontRequeueException.class)
        .isThrownBy(() -> send(Duration.ofMinutes(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "", "9223372036854775807", "99999999999999999999"})
  void takesAnExpirationThatIsNoneForNone(String expiration) {
    request.setExpiration(expiration);
    outcomes.add(BLOCKED);
    outcomes.add(new PublishOutcome.Confirmed());

    send(Duration.ofMinutes(1));

    assertThat(sent).hasSize(2);
  }

  @Test
  void givesTheRequestBackWhenTheServerStops() {
    stopping.set(true);

    assertThatExceptionOfType(ImmediateRequeueAmqpException.class)
        .isThrownBy(() -> send(Duration.ofMinutes(1)));

    assertThat(sent).hasSize(1);
    assertThat(statistics.status("", 0).undeliverable()).isZero();
  }

  @Test
  void givesTheRequestBackWhenItIsInterruptedAndCanBeGivenBackThen() {
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(ImmediateRequeueAmqpException.class)
        .isThrownBy(() -> send(Duration.ofMinutes(1)));

    assertThat(Thread.interrupted()).isFalse();
  }

  /** The publisher says what is in {@link #outcomes}, and then always that it is blocked. */
  private void send(Duration longest) {
    ConfirmedPublisher publisher = this::publish;
    new RpcReplies(
            publisher,
            new OutgoingMessages("test", Clock.systemUTC()),
            statistics,
            new ReplyPatience(longest, Duration.ofMillis(5), stopping::get),
            InstanceName.orDefault("fib-1"))
        .send("client", request, Answer.result("55"));
  }

  private CompletableFuture<PublishOutcome> publish(String exchange, String key, Message reply) {
    sent.add(exchange + key + reply.getMessageProperties().getMessageId());
    PublishOutcome outcome = outcomes.poll();
    return CompletableFuture.completedFuture(outcome == null ? BLOCKED : outcome);
  }
}

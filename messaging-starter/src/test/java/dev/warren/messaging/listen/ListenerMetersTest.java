package dev.warren.messaging.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.ImmediateRequeueAmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.aop.framework.ProxyFactory;

class ListenerMetersTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final ListenerMeters meters =
      new ListenerMeters(registry, Clock.fixed(NOW, ZoneOffset.UTC));
  private final Message message = new Message(new byte[0], new MessageProperties());

  @Test
  void aHandledMessageIsDone() {
    deliver("task_queue", () -> assertThat(inFlight()).isEqualTo(1));

    assertThat(count("done")).isEqualTo(1);
    assertThat(count("rejected")).isZero();
    assertThat(inFlight()).isZero();
  }

  @Test
  void whateverAListenerThrowsRejectsTheMessage() {
    fail(new AmqpRejectAndDontRequeueException("poison"));
    fail(new IllegalStateException("a defect"));

    assertThat(count("rejected")).isEqualTo(2);
    assertThat(registry.get("warren.listener.handling").timer().count()).isEqualTo(2);
    assertThat(inFlight()).isZero();
  }

  @Test
  void exceptForARequeue() {
    fail(new ImmediateRequeueAmqpException("shutdown"));

    assertThat(count("requeued")).isEqualTo(1);
    assertThat(count("rejected")).isZero();
  }

  @Test
  void exceptForWhatTheListenerReportsItself() {
    deliver("task_queue", ListenerOutcome.DEAD_LETTERED::report);
    deliver("task_queue", () -> {});

    assertThat(count("dead-lettered")).isEqualTo(1);
    assertThat(count("done")).isEqualTo(1);
  }

  @Test
  void theWaitIsFromTheTimestampToTheDelivery() {
    message.getMessageProperties().setTimestamp(Date.from(NOW.minusSeconds(90)));
    deliver("task_queue", () -> {});

    assertThat(registry.get("warren.queue.wait").timer().totalTime(TimeUnit.SECONDS)).isEqualTo(90);
  }

  @Test
  void aMessageThatSaysNoTimeHasNoWait() {
    deliver("task_queue", () -> {});

    assertThat(registry.get("warren.queue.wait").timer().count()).isZero();
  }

  @Test
  void aRedeliveryIsCounted() {
    message.getMessageProperties().setRedelivered(true);
    deliver("task_queue", () -> {});

    assertThat(registry.get("warren.listener.redelivered").counter().count()).isEqualTo(1);
  }

  @Test
  void listenersThatAreMadeAtRunTimeShareTheirMeters() {
    deliver("topic-subscription#1", () -> {});
    int before = registry.getMeters().size();
    for (int i = 2; i < 100; i++) {
      deliver("topic-subscription#" + i, () -> {});
    }

    assertThat(registry.getMeters()).hasSize(before);
    assertThat(count("done")).isEqualTo(99);
  }

  private void fail(RuntimeException failure) {
    Runnable listener =
        () -> {
          throw new IllegalStateException("as the container wraps it", failure);
        };
    assertThatThrownBy(() -> deliver("task_queue", listener)).hasCause(failure);
  }

  private void deliver(String listenerId, Runnable listener) {
    Delegate delegate = delivery -> listener.run();
    ProxyFactory proxy =
        new ProxyFactory(Delegate.class, meters.around(ListenerDefaults.nameOf(listenerId)));
    proxy.setTarget(delegate);
    ((Delegate) proxy.getProxy()).invokeListener(message);
  }

  private double inFlight() {
    return registry.get("warren.listener.in.flight").gauge().value();
  }

  private double count(String outcome) {
    return registry.get("warren.listener.messages").tag("outcome", outcome).counter().count();
  }

  /** As the container's own, which is not visible. */
  private interface Delegate {
    void invokeListener(Object data);
  }
}

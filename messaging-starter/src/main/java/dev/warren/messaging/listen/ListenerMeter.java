package dev.warren.messaging.listen;

import dev.warren.messaging.metrics.Buckets;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.ImmediateRequeueAmqpException;
import org.springframework.amqp.core.Message;

/** Around each call of one listener. What it throws, but for a requeue, rejects the message. */
final class ListenerMeter implements MethodInterceptor {

  private final Clock clock;
  private final Timer handling;
  private final Map<ListenerOutcome, Counter> outcomes = new EnumMap<>(ListenerOutcome.class);
  private final Timer queueWait;
  private final Counter redelivered;
  private final AtomicInteger inFlight = new AtomicInteger();

  ListenerMeter(MeterRegistry registry, String listener, Clock clock) {
    this.clock = clock;
    this.handling =
        Timer.builder("warren.listener.handling")
            .description("How long a message is handled, whatever comes of it")
            .tag("listener", listener)
            .serviceLevelObjectives(Buckets.work())
            .register(registry);
    for (ListenerOutcome outcome : ListenerOutcome.values()) {
      outcomes.put(outcome, messages(registry, listener, outcome.label()));
    }
    this.queueWait =
        Timer.builder("warren.queue.wait")
            .description("From the message's timestamp to its delivery")
            .tag("listener", listener)
            .serviceLevelObjectives(Buckets.waiting())
            .register(registry);
    this.redelivered =
        Counter.builder("warren.listener.redelivered")
            .description("Messages that were delivered before, and not acknowledged")
            .tag("listener", listener)
            .register(registry);
    Gauge.builder("warren.listener.in.flight", inFlight, AtomicInteger::get)
        .description("Messages that are being handled")
        .tag("listener", listener)
        .register(registry);
  }

  private static Counter messages(MeterRegistry registry, String listener, String outcome) {
    return Counter.builder("warren.listener.messages")
        .description("Messages, by what became of them")
        .tag("listener", listener)
        .tag("outcome", outcome)
        .register(registry);
  }

  @Override
  public @Nullable Object invoke(MethodInvocation call) throws Throwable {
    Message message = DeliveredMessage.of(call);
    if (message != null) {
      delivered(message);
    }
    inFlight.incrementAndGet();
    long start = System.nanoTime();
    ListenerOutcome outcome = ListenerOutcome.REJECTED;
    try {
      Object result = call.proceed();
      outcome = ListenerOutcome.DONE;
      return result;
    } catch (RuntimeException e) {
      outcome = isRequeue(e) ? ListenerOutcome.REQUEUED : ListenerOutcome.REJECTED;
      throw e;
    } finally {
      handling.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      count(ListenerOutcome.takeOr(outcome));
      inFlight.decrementAndGet();
    }
  }

  private void count(ListenerOutcome outcome) {
    Objects.requireNonNull(outcomes.get(outcome)).increment();
  }

  private void delivered(Message message) {
    long wait = QueueWait.millis(message.getMessageProperties(), clock.millis());
    if (wait != QueueWait.UNKNOWN) {
      queueWait.record(wait, TimeUnit.MILLISECONDS);
    }
    if (Boolean.TRUE.equals(message.getMessageProperties().getRedelivered())) {
      redelivered.increment();
    }
  }

  private static boolean isRequeue(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ImmediateRequeueAmqpException) {
        return true;
      }
    }
    return false;
  }
}

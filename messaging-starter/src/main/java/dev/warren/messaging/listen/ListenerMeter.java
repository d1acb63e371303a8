package dev.warren.messaging.listen;

import dev.warren.messaging.metrics.Buckets;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
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
  private final Timer done;
  private final Timer rejected;
  private final Timer requeued;
  private final Timer queueWait;
  private final Counter redelivered;
  private final AtomicInteger inFlight = new AtomicInteger();

  ListenerMeter(MeterRegistry registry, String listener, Clock clock) {
    this.clock = clock;
    this.done =
        handling(listener, "done").serviceLevelObjectives(Buckets.work()).register(registry);
    this.rejected = handling(listener, "rejected").register(registry);
    this.requeued = handling(listener, "requeued").register(registry);
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

  private static Timer.Builder handling(String listener, String outcome) {
    return Timer.builder("warren.listener")
        .description("How long a message is handled")
        .tag("listener", listener)
        .tag("outcome", outcome);
  }

  @Override
  public @Nullable Object invoke(MethodInvocation call) throws Throwable {
    for (Object argument : call.getArguments()) {
      if (argument instanceof Message message) {
        delivered(message);
      }
    }
    inFlight.incrementAndGet();
    long start = System.nanoTime();
    Timer outcome = rejected;
    try {
      Object result = call.proceed();
      outcome = done;
      return result;
    } catch (RuntimeException e) {
      outcome = isRequeue(e) ? requeued : rejected;
      throw e;
    } finally {
      outcome.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      inFlight.decrementAndGet();
    }
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

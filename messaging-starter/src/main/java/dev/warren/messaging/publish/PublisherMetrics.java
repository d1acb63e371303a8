package dev.warren.messaging.publish;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Times each publish from the call to its outcome: {@code warren.publish}, tagged with the exchange
 * and the outcome. Exchanges come from code, so the tags stay few.
 */
final class PublisherMetrics {

  private final MeterRegistry registry;
  private final Map<String, Map<String, Timer>> timers = new ConcurrentHashMap<>();

  PublisherMetrics(MeterRegistry registry, Supplier<Number> inFlight) {
    this.registry = registry;
    Gauge.builder("warren.publish.in.flight", inFlight)
        .description("Messages that await their confirms")
        .register(registry);
  }

  CompletableFuture<PublishOutcome> record(
      String exchange, long startNanos, CompletableFuture<PublishOutcome> outcome) {
    return outcome.whenComplete(
        (known, failure) ->
            timer(exchange, known.label())
                .record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS));
  }

  private Timer timer(String exchange, String outcome) {
    return timers
        .computeIfAbsent(exchange, name -> new ConcurrentHashMap<>())
        .computeIfAbsent(outcome, label -> register(exchange, label));
  }

  private Timer register(String exchange, String outcome) {
    return Timer.builder("warren.publish")
        .description("From the call to the broker's confirm, or to what came instead")
        .tag("exchange", exchange.isEmpty() ? "default" : exchange)
        .tag("outcome", outcome)
        .register(registry);
  }
}

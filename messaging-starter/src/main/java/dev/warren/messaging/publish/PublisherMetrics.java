package dev.warren.messaging.publish;

import dev.warren.messaging.metrics.Buckets;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Times each publish from the call to its outcome: {@code warren.publish}, tagged with the
 * destination and the outcome. All of them are there from the start, so that the first failure is
 * seen as an increase.
 */
final class PublisherMetrics {

  private static final String CONFIRMED = new PublishOutcome.Confirmed().label();

  private final Destinations destinations;
  private final Map<String, Map<String, Timer>> timers;

  PublisherMetrics(MeterRegistry registry, Destinations destinations, Supplier<Number> inFlight) {
    this.destinations = destinations;
    this.timers =
        destinations.all().stream()
            .collect(Collectors.toMap(Function.identity(), to -> timers(registry, to)));
    Gauge.builder("warren.publish.in.flight", inFlight)
        .description("Messages that await their confirms")
        .register(registry);
  }

  CompletableFuture<PublishOutcome> record(
      String exchange,
      String routingKey,
      long startNanos,
      CompletableFuture<PublishOutcome> outcome) {
    Map<String, Timer> byOutcome = known(timers, destinations.of(exchange, routingKey));
    return outcome.whenComplete(
        (result, failure) ->
            known(byOutcome, result.label())
                .record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS));
  }

  private static <T> T known(Map<String, T> all, String name) {
    return Objects.requireNonNull(all.get(name), name);
  }

  private static Map<String, Timer> timers(MeterRegistry registry, String destination) {
    return PublishOutcome.LABELS.stream()
        .collect(
            Collectors.toMap(Function.identity(), label -> timer(registry, destination, label)));
  }

  private static Timer timer(MeterRegistry registry, String destination, String outcome) {
    Timer.Builder timer =
        Timer.builder("warren.publish")
            .description("From the call to the broker's confirm, or to what came instead")
            .tag("destination", destination)
            .tag("outcome", outcome);
    if (outcome.equals(CONFIRMED)) {
      timer.serviceLevelObjectives(Buckets.roundTrips());
    }
    return timer.register(registry);
  }
}

package dev.warren.messaging.publish;

import dev.warren.messaging.metrics.Buckets;
import io.micrometer.core.instrument.Counter;
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
 * Counts the outcomes of publishing, by destination, and times the confirms. All meters are there
 * from the start, so that the first failure is seen as an increase.
 */
final class PublisherMetrics {

  private final Destinations destinations;
  private final Map<String, Meters> meters;

  PublisherMetrics(MeterRegistry registry, Destinations destinations, Supplier<Number> inFlight) {
    this.destinations = destinations;
    this.meters =
        destinations.all().stream()
            .collect(Collectors.toMap(Function.identity(), to -> Meters.of(registry, to)));
    Gauge.builder("warren.publish.in.flight", inFlight)
        .description("Messages that await their confirms")
        .register(registry);
  }

  CompletableFuture<PublishOutcome> record(
      String exchange,
      String routingKey,
      long startNanos,
      CompletableFuture<PublishOutcome> outcome) {
    Meters known = known(meters, destinations.of(exchange, routingKey));
    return outcome.whenComplete((result, failure) -> known.record(result, startNanos));
  }

  private static <T> T known(Map<String, T> all, String name) {
    return Objects.requireNonNull(all.get(name), name);
  }

  private record Meters(Timer confirms, Map<String, Counter> outcomes) {

    static Meters of(MeterRegistry registry, String destination) {
      return new Meters(
          Timer.builder("warren.publish.confirm")
              .description("From the call to the broker's confirm")
              .tag("destination", destination)
              .serviceLevelObjectives(Buckets.roundTrips())
              .register(registry),
          PublishOutcome.LABELS.stream()
              .collect(
                  Collectors.toMap(
                      Function.identity(), label -> counter(registry, destination, label))));
    }

    private static Counter counter(MeterRegistry registry, String destination, String outcome) {
      return Counter.builder("warren.publish")
          .description("Messages, by what became of them")
          .tag("destination", destination)
          .tag("outcome", outcome)
          .register(registry);
    }

    void record(PublishOutcome outcome, long startNanos) {
      known(outcomes, outcome.label()).increment();
      if (outcome.isConfirmed()) {
        confirms.record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
      }
    }
  }
}

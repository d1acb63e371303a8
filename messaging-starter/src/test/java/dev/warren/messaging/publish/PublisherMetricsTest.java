package dev.warren.messaging.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PublisherMetricsTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final PublisherMetrics metrics =
      new PublisherMetrics(
          registry, new Destinations(Set.of("topic_logs"), Set.of("task_queue")), () -> 0);

  @Test
  void everyOutcomeOfEveryDestinationIsThereBeforeItHappens() {
    for (String destination : List.of("topic_logs", "task_queue", "other")) {
      for (String outcome : PublishOutcome.LABELS) {
        assertThat(count(destination, outcome)).isZero();
      }
    }
  }

  @Test
  void anExchangeIsADestinationWhateverTheRoutingKey() {
    record("topic_logs", "kern.critical", new PublishOutcome.Returned(312, "NO_ROUTE"));
    record("topic_logs", "auth.info", new PublishOutcome.Returned(312, "NO_ROUTE"));

    assertThat(count("topic_logs", "returned")).isEqualTo(2);
  }

  @Test
  void aQueueIsADestinationOfTheDefaultExchange() {
    record("", "task_queue", new PublishOutcome.Confirmed());

    assertThat(count("task_queue", "confirmed")).isEqualTo(1);
    assertThat(confirms("task_queue")).isEqualTo(1);
  }

  @Test
  void onlyConfirmsAreTimed() {
    record("", "task_queue", new PublishOutcome.Unconfirmed("no confirm within 5000 ms"));

    assertThat(count("task_queue", "unconfirmed")).isEqualTo(1);
    assertThat(confirms("task_queue")).isZero();
  }

  @Test
  void anyNumberOfOtherNamesAddsNoMeter() {
    int before = registry.getMeters().size();
    for (int i = 0; i < 1000; i++) {
      record("", "amq.rabbitmq.reply-to." + UUID.randomUUID(), new PublishOutcome.Confirmed());
      record("exchange-" + i, "key", new PublishOutcome.NotSent("no connection"));
    }

    assertThat(registry.getMeters()).hasSize(before);
    assertThat(count("other", "confirmed")).isEqualTo(1000);
    assertThat(count("other", "not-sent")).isEqualTo(1000);
  }

  @Test
  void everyKindOfOutcomeHasALabelThatIsListed() {
    assertThat(Arrays.stream(PublishOutcome.class.getPermittedSubclasses()))
        .hasSameSizeAs(PublishOutcome.LABELS);
    assertThat(
            List.of(
                new PublishOutcome.Confirmed().label(),
                new PublishOutcome.Nacked("").label(),
                new PublishOutcome.Returned(0, "").label(),
                new PublishOutcome.Unconfirmed("").label(),
                new PublishOutcome.NotSent("").label()))
        .containsExactlyElementsOf(PublishOutcome.LABELS);
  }

  private void record(String exchange, String routingKey, PublishOutcome outcome) {
    CompletableFuture<PublishOutcome> known = CompletableFuture.completedFuture(outcome);
    assertThat(metrics.record(exchange, routingKey, System.nanoTime(), known)).isCompleted();
  }

  private double count(String destination, String outcome) {
    return registry
        .get("warren.publish")
        .tag("destination", destination)
        .tag("outcome", outcome)
        .counter()
        .count();
  }

  private long confirms(String destination) {
    return registry.get("warren.publish.confirm").tag("destination", destination).timer().count();
  }
}

package dev.warren.messaging.taskevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.contracts.TaskEvent;
import dev.warren.messaging.publish.OutgoingMessages;
import dev.warren.messaging.publish.PublishOutcome;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

class BatchingTaskEventPublisherTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<List<TaskEvent>> listened = new CopyOnWriteArrayList<>();
  private final ScriptedPublisher broker = new ScriptedPublisher();
  private final TaskEventAppendListener appended =
      (messageId, body, events) -> listened.add(events);
  private final BatchingTaskEventPublisher publisher = publisher(Duration.ofSeconds(5));

  @AfterEach
  void stop() {
    publisher.stop();
  }

  @Test
  void sendsASingleEventAtOnce() {
    publisher.start();

    publisher.publish(event("1"));

    await().untilAsserted(() -> assertThat(broker.events()).containsExactly(event("1")));
  }

  @Test
  void sendsWhatArrivedDuringABatchAsTheNextOne() {
    CompletableFuture<PublishOutcome> first = broker.holdNext();
    publisher.start();
    publisher.publish(event("first"));
    await().until(() -> broker.attempts.size() == 1);

    publisher.publishAll(events(20));
    first.complete(new PublishOutcome.Confirmed());

    await().until(() -> broker.events().size() == 21);
    assertThat(broker.batches).extracting(List::size).containsExactly(1, 10, 10);
    assertThat(broker.events().subList(1, 21)).isEqualTo(events(20));
  }

  @Test
  void tellsWorkThatTookNoTimeInOneEvent() {
    StartedAttempt attempt = publisher.begin(event("quick"));
    attempt.succeeded(event("done"));

    publisher.start();

    await().until(() -> broker.batches.size() == 1);
    assertThat(broker.events()).containsExactly(event("done").including(event("quick")));
  }

  @Test
  void tellsAnEndByItselfWhenTheBeginningHasLeft() {
    publisher.start();
    StartedAttempt attempt = publisher.begin(event("slow"));
    await().until(() -> broker.batches.size() == 1);

    attempt.succeeded(event("done"));

    await().until(() -> broker.batches.size() == 2);
    assertThat(broker.events()).containsExactly(event("slow"), event("done"));
  }

  @Test
  void sendsABatchAgainUntilItIsConfirmed() {
    broker.next(new PublishOutcome.NotSent("no connection"));
    broker.next(new PublishOutcome.Returned(312, "NO_ROUTE"));
    broker.next(new PublishOutcome.Unconfirmed("timeout"));
    broker.next(new PublishOutcome.Nacked("full"));
    publisher.publishAll(events(2)); // before the start, so that they are one batch

    publisher.start();

    await().until(() -> broker.events().size() == 2);
    assertThat(broker.events()).isEqualTo(events(2));
    assertThat(broker.attempts.get(0)).isEqualTo(broker.attempts.get(4));
    assertThat(listened).containsExactly(events(2));
  }

  @Test
  void goesOnAfterAFailureThatShouldNotBe() {
    broker.holdNext().completeExceptionally(new IllegalStateException("unexpected"));
    publisher.start();

    publisher.publish(event("1"));

    await().untilAsserted(() -> assertThat(broker.events()).containsExactly(event("1")));
    assertThat(broker.attempts).hasSize(2);
  }

  @Test
  void goesOnAfterAnErrorOfThePublisher() {
    broker.throwNext(new InternalError("no thread to be had"));
    publisher.start();

    publisher.publish(event("1"));

    await().untilAsserted(() -> assertThat(broker.events()).containsExactly(event("1")));
  }

  @Test
  void sendsTheLastEventsBeforeItStops() {
    publisher.publishAll(events(50));
    publisher.start();

    publisher.stop();

    assertThat(broker.events()).isEqualTo(events(50));
  }

  @Test
  void givesUpAfterTheDrainTimeoutAndCountsWhatIsLost() {
    BatchingTaskEventPublisher hasty = publisher(Duration.ofMillis(50));
    broker.holdNext().complete(new PublishOutcome.NotSent("no connection"));
    IntStream.range(0, 9).forEach(i -> broker.next(new PublishOutcome.NotSent("no connection")));
    hasty.publishAll(events(30));
    hasty.start();

    hasty.stop();

    assertThat(broker.events()).isEmpty();
    assertThat(meters.counter("warren.task.events.dropped").count()).isEqualTo(30);
  }

  @Test
  void dropsAndCountsWhatItHasNoRoomFor() {
    publisher.publishAll(events(150));

    assertThat(meters.counter("warren.task.events.dropped").count()).isEqualTo(50);
  }

  private BatchingTaskEventPublisher publisher(Duration drainTimeout) {
    TaskEventsProperties properties =
        new TaskEventsProperties(
            100,
            DataSize.ofMegabytes(1),
            10,
            DataSize.ofKilobytes(256),
            Duration.ofMillis(1),
            drainTimeout);
    TaskEventBuffer buffer = new TaskEventBuffer(properties, meters);
    TaskEventBatches batches = new TaskEventBatches(buffer, properties, new JsonMapper());
    OutgoingMessages messages = new OutgoingMessages("test", Clock.systemUTC());
    return new BatchingTaskEventPublisher(
        buffer, batches, new StreamAppender(broker, messages, appended), properties);
  }

  private static List<TaskEvent> events(int count) {
    return IntStream.range(0, count).mapToObj(i -> event("task-" + i)).toList();
  }

  private static TaskEvent event(String id) {
    return TaskEvent.submitted(id, "some work", Instant.parse("2026-01-01T00:00:00Z"));
  }
}

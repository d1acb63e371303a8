package dev.warren.producer.idempotency;

import static dev.warren.testkit.Bounds.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.WorkQueue;
import dev.warren.producer.Answer;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.DatabaseTest;
import dev.warren.testkit.MessageCollector;
import dev.warren.testkit.Relay;
import dev.warren.testkit.TestDatabase;
import dev.warren.testkit.TestVhost;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Requests under a key while the broker or the database is away or slow. */
@BrokerTest
class IdempotencyFaultsIT {

  private static final String CONFIRM_TIMEOUT = "warren.publisher.confirm-timeout=1500ms";

  @DatabaseTest
  void whatTheBrokerDidNotTakeMayBeTriedAgainAndKeepsItsId(
      TestDatabase database, TestVhost vhost, Channel channel) throws Exception {
    MessageCollector tasks = MessageCollector.consume(channel, WorkQueue.QUEUE);
    try (Relay broker = Relay.shutTo(vhost.broker());
        KeyedProducer producer =
            KeyedProducer.start(
                vhost.springSettings(broker), database.springSettings(), CONFIRM_TIMEOUT)) {
      String id = producer.task("key", "a task").assertProblem(503, "not-sent").text("id");
      assertThat(producer.task("key", "a task").assertStatus(503).text("id")).isEqualTo(id);
      producer.task("key", "another task").assertProblem(422, "idempotency-key-reused");

      broker.open();
      soon().until(() -> producer.task("key", "a task").status() == 202);

      assertThat(producer.task("key", "a task").assertStatus(202).text("id")).isEqualTo(id);
      assertThat(tasks.expectOne().properties().getMessageId()).isEqualTo(id);
      tasks.expectNothingElse();
    }
  }

  @DatabaseTest
  void aMessageWithAnUnknownOutcomeIsSentAgainUnderItsId(
      TestDatabase database, TestVhost vhost, Channel channel) throws Exception {
    MessageCollector tasks = MessageCollector.consume(channel, WorkQueue.QUEUE);
    try (Relay broker = Relay.shutTo(vhost.broker()).open();
        KeyedProducer producer =
            KeyedProducer.start(
                vhost.springSettings(broker), database.springSettings(), CONFIRM_TIMEOUT)) {
      producer.task("before", "connects").assertStatus(202);
      tasks.expectOne();

      broker.freeze();
      CompletableFuture<Answer> first = Callers.begin(() -> producer.task("key", "a task"));
      producer.awaitInHand();
      Answer second = producer.task("key", "a task").assertProblem(409, "idempotency-key-in-use");
      assertThat(second.headers().firstValue("Retry-After")).hasValue("1");
      String id = first.join().assertProblem(503, "unconfirmed").text("id");

      broker.thaw();
      soon().until(() -> producer.task("key", "a task").status() == 202);

      assertThat(producer.task("key", "a task").assertStatus(202).text("id")).isEqualTo(id);
      assertThat(tasks.expect(2))
          .extracting(task -> task.properties().getMessageId())
          .containsOnly(id);
      tasks.expectNothingElse();
    }
  }

  @DatabaseTest
  void whoComesWhileTheFirstIsInHandIsToldSoByEachReplicaAndTheFirstHasItsAnswer(
      TestDatabase database, TestVhost vhost, Channel channel) throws Exception {
    MessageCollector tasks = MessageCollector.consume(channel, WorkQueue.QUEUE);
    try (Relay broker = Relay.shutTo(vhost.broker()).open();
        KeyedProducer one =
            KeyedProducer.start(vhost.springSettings(broker), database.springSettings());
        KeyedProducer other =
            KeyedProducer.start(vhost.springSettings(), database.springSettings())) {
      one.task("before", "connects").assertStatus(202);
      tasks.expectOne();

      broker.freeze();
      CompletableFuture<Answer> first = Callers.begin(() -> one.task("key", "a task"));
      one.awaitInHand();
      for (KeyedProducer asked : List.of(one, other)) {
        Answer early = asked.task("key", "a task").assertProblem(409, "idempotency-key-in-use");
        assertThat(early.headers().firstValue("Retry-After")).hasValue("1");
      }
      assertThat(first).isNotDone();
      broker.thaw();

      String id = first.join().assertStatus(202).text("id");
      assertThat(other.task("key", "a task").assertStatus(202).text("id")).isEqualTo(id);
      assertThat(tasks.expectOne().properties().getMessageId()).isEqualTo(id);
      tasks.expectNothingElse();
    }
  }

  @DatabaseTest
  void withoutADatabaseOnlyRequestsUnderAKeyAreRefused(
      TestDatabase database, TestVhost vhost, Channel channel) throws Exception {
    MessageCollector tasks = MessageCollector.consume(channel, WorkQueue.QUEUE);
    try (Relay relay = database.shutRelay();
        KeyedProducer producer =
            KeyedProducer.start(vhost.springSettings(), database.springSettings(relay))) {
      Answer refused = producer.task("key", "a task").assertProblem(503, "database-unavailable");
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      producer.api().postText("/api/tasks", "without a key").assertStatus(202);
      assertThat(tasks.expectOne().body()).isEqualTo("without a key");

      relay.open();

      soon().until(() -> producer.task("key", "a task").status() == 202);
      assertThat(tasks.expectOne().body()).isEqualTo("a task");
      tasks.expectNothingElse();
    }
  }

  @DatabaseTest
  void theCallerIsAnsweredThoughTheAnswerCannotBeRemembered(
      TestDatabase database, TestVhost vhost, Channel channel) throws Exception {
    MessageCollector tasks = MessageCollector.consume(channel, WorkQueue.QUEUE);
    try (Relay broker = Relay.shutTo(vhost.broker()).open();
        Relay relay = database.shutRelay().open();
        KeyedProducer producer =
            KeyedProducer.start(vhost.springSettings(broker), database.springSettings(relay))) {
      producer.task("before", "connects").assertStatus(202);
      tasks.expectOne();

      broker.freeze();
      CompletableFuture<Answer> first = Callers.begin(() -> producer.task("key", "a task"));
      producer.awaitInHand();
      relay.shut();
      broker.thaw();

      String id = first.join().assertStatus(202).text("id");
      relay.open();
      soon().until(() -> producer.task("key", "a task").status() == 409);
      producer.endLeases();
      assertThat(producer.task("key", "a task").assertStatus(202).text("id")).isEqualTo(id);
      assertThat(tasks.expect(2))
          .extracting(task -> task.properties().getMessageId())
          .containsOnly(id);
    }
  }

  @DatabaseTest
  void replicasForgetOldKeysButForThoseInHand(TestDatabase database, TestVhost vhost) {
    String[] hasty = {"warren.idempotency.keep=0s", "warren.idempotency.purge-interval=100ms"};
    try (KeyedProducer producer =
        KeyedProducer.start(vhost.springSettings(), database.springSettings())) {
      for (String key : List.of("a", "b", "c")) {
        producer.task(key, "a task").assertStatus(202);
      }
      producer.endLeases();
      producer.task("held", "a task").assertStatus(202);
      producer
          .jdbc()
          .sql("update idempotency_key set lease_until = ? where lease_until > created_at")
          .param(OffsetDateTime.now(ZoneOffset.UTC).plusDays(1))
          .update();

      try (KeyedProducer one =
              KeyedProducer.start(vhost.springSettings(), database.springSettings(), hasty);
          KeyedProducer other =
              KeyedProducer.start(vhost.springSettings(), database.springSettings(), hasty)) {
        soon().until(() -> one.rows("idempotency_key") == 1);
        other.task("a", "another task").assertStatus(202);
        producer.task("held", "a task").assertStatus(202);
      }
    }
  }
}

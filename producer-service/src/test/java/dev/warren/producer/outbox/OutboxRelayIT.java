package dev.warren.producer.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.messaging.publish.OutgoingMessages;
import dev.warren.messaging.publish.PublishOutcome.NotSent;
import dev.warren.testkit.Bounds;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.DatabaseTest;
import dev.warren.testkit.MessageCollector;
import dev.warren.testkit.ReceivedMessage;
import dev.warren.testkit.TestDatabase;
import dev.warren.testkit.TestVhost;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

@BrokerTest
class OutboxRelayIT {

  @DatabaseTest
  void twoRelaysPublishEachMessageOnce(TestDatabase database, TestVhost vhost, Channel channel)
      throws Exception {
    MessageCollector events = events(channel);
    try (OrderService one = start(vhost, database, "warren.outbox.batch-size=5");
        OrderService other = start(vhost, database, "warren.outbox.batch-size=5")) {
      List<String> ids =
          IntStream.range(0, 200)
              .parallel()
              .mapToObj(i -> (i % 2 == 0 ? one : other).place("order " + i))
              .toList();

      List<ReceivedMessage> received = events.expect(ids.size());

      assertThat(received)
          .extracting(event -> event.properties().getMessageId())
          .doesNotHaveDuplicates();
      ids.forEach(one::awaitPublished);
      events.expectNothingElse();
      assertThat(published(one) + published(other)).isEqualTo(ids.size());
      assertThat(published(one)).isPositive();
      assertThat(published(other)).isPositive();
    }
  }

  @DatabaseTest
  void aRelayThatDiesBeforeItsCommitHasItPublishedAgainUnderTheSameId(
      TestDatabase database, TestVhost vhost, Channel channel) throws Exception {
    MessageCollector events = events(channel);
    try (OrderService service = start(vhost, database)) {
      service.bean(RelayLoop.class).stop();
      String id = service.place("told of twice");
      OutboxRelay dying = relay(service, dyingAfterTheConfirm(service));

      assertThatThrownBy(dying::round).isInstanceOf(CrashException.class);
      String first = events.expectOne().properties().getMessageId();
      service.bean(OutboxRelay.class).round();

      assertThat(events.expectOne().properties().getMessageId()).isEqualTo(first);
      assertThat(service.order(id).text("event")).isEqualTo("published");
      events.expectNothingElse();
    }
  }

  @DatabaseTest
  void aMessageThatCanNeverBeSentHoldsUpNoOther(
      TestDatabase database, TestVhost vhost, Channel channel) throws Exception {
    MessageCollector events = events(channel);
    try (OrderService service = start(vhost, database)) {
      service.bean(RelayLoop.class).stop();
      String never = service.place("never to be sent");
      String other = service.place("sent");

      RelayRound round = relay(service, refusingForEver("never to be sent", service)).round();

      assertThat(round).isEqualTo(new RelayRound(1, false));
      events.expectOne();
      assertThat(service.order(other).text("event")).isEqualTo("published");
      assertThat(service.order(never).text("event")).isEqualTo("pending");
      assertThat(service.order(never).text("lastOutcome")).isEqualTo("not-sent");
    }
  }

  @DatabaseTest
  void whatWasPublishedLongAgoIsForgotten(TestDatabase database, TestVhost vhost, Channel channel)
      throws Exception {
    events(channel);
    try (OrderService service = start(vhost, database, "warren.outbox.keep-published=0s")) {
      String id = service.place("old");
      service.awaitPublished(id);
      JdbcClient jdbc = service.bean(JdbcClient.class);

      Bounds.soon()
          .until(() -> jdbc.sql("select count(*) from outbox").query(Integer.class).single() == 0);
      assertThat(service.order(id).text("event")).isEqualTo("published");
    }
  }

  @DatabaseTest
  void aRelayLeavesToOthersWhatIsBeyondItsBatch(TestDatabase database, TestVhost vhost)
      throws Exception {
    try (OrderService service = start(vhost, database)) {
      service.bean(RelayLoop.class).stop();
      for (int i = 0; i < 12; i++) {
        service.place("order " + i);
      }

      List<List<Long>> batches = new ArrayList<>();
      takeAtOnce(4, service, batches);

      assertThat(batches).extracting(List::size).containsExactly(5, 5, 2, 0);
      assertThat(batches.stream().flatMap(List::stream)).isSorted().doesNotHaveDuplicates();
    }
  }

  /** So many relays take batches of five, each while those before it have theirs in hand. */
  private static void takeAtOnce(int relays, OrderService service, List<List<Long>> batches) {
    TransactionTemplate transaction =
        new TransactionTemplate(service.bean(PlatformTransactionManager.class));
    transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    transaction.executeWithoutResult(
        status -> {
          List<OutboxMessage> batch = service.bean(OutboxTable.class).take(5, Instant.now());
          batches.add(batch.stream().map(OutboxMessage::id).toList());
          if (relays > 1) {
            takeAtOnce(relays - 1, service, batches);
          }
        });
  }

  private static OrderService start(TestVhost vhost, TestDatabase database, String... more) {
    return OrderService.start(vhost.springSettings(), database.springSettings(), more);
  }

  private static MessageCollector events(Channel channel) throws IOException {
    channel.exchangeDeclare("orders", "topic", true);
    return MessageCollector.bind(channel, "orders", "order.#");
  }

  private static OutboxRelay relay(OrderService service, ConfirmedPublisher publisher) {
    return new OutboxRelay(
        service.bean(OutboxTable.class),
        service.bean(TransactionOperations.class),
        publisher,
        service.bean(OutgoingMessages.class),
        service.bean(OutboxProperties.class),
        Clock.systemUTC());
  }

  /** As a process that is killed between the confirm and the commit. */
  private static ConfirmedPublisher dyingAfterTheConfirm(OrderService service) {
    ConfirmedPublisher publisher = service.bean(ConfirmedPublisher.class);
    return (exchange, key, message) -> {
      assertThat(publisher.publishAndAwait(exchange, key, message).isConfirmed()).isTrue();
      throw new CrashException();
    };
  }

  /** As one does whose limit the message exceeds. */
  private static ConfirmedPublisher refusingForEver(String item, OrderService service) {
    ConfirmedPublisher publisher = service.bean(ConfirmedPublisher.class);
    return (exchange, key, message) ->
        new String(message.getBody(), UTF_8).contains(item)
            ? CompletableFuture.completedFuture(new NotSent("too large", true))
            : publisher.publish(exchange, key, message);
  }

  private static double published(OrderService service) {
    return service.bean(MeterRegistry.class).counter("warren.outbox.published").count();
  }

  private static final class CrashException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}

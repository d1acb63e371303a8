package dev.warren.worker.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.Orders;
import dev.warren.testkit.Bounds;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.DatabaseTest;
import dev.warren.testkit.MessageCollector;
import dev.warren.testkit.Relay;
import dev.warren.testkit.TestDatabase;
import dev.warren.testkit.TestVhost;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@BrokerTest
@ExtendWith(OutputCaptureExtension.class)
class IdempotentConsumerIT {

  @DatabaseTest
  void aMessageThatComesTwiceHasOneEffectWhicheverWorkerTakesIt(
      TestDatabase database, TestVhost vhost, Channel channel) throws Exception {
    try (OrderWorker one = OrderWorker.start(vhost.springSettings(), database.springSettings());
        OrderWorker other = OrderWorker.start(vhost.springSettings(), database.springSettings())) {
      for (int i = 0; i < 50; i++) {
        OrderEvents.send(channel, "m" + i, "o" + i);
        OrderEvents.send(channel, "m" + i, "o" + i);
      }

      Bounds.soon()
          .until(
              () -> one.handled("duplicate") + other.handled("duplicate"),
              duplicates -> duplicates == 50);
      assertThat(one.handled("shipped") + other.handled("shipped")).isEqualTo(50);
      for (int i = 0; i < 50; i++) {
        assertThat(one.shipments("o" + i)).as("o" + i).hasSize(1);
      }
      assertThat(one.statusOf("/api/shipments?after=10&limit=5")).isEqualTo(200);
    }
  }

  @DatabaseTest
  void anEffectThatFailsLeavesNoIdSoTheMessageCanBeSentAgain(
      TestDatabase database, TestVhost vhost, Channel channel) throws Exception {
    MessageCollector rejected = MessageCollector.consume(channel, Orders.DEAD_LETTER_QUEUE);
    try (OrderWorker worker =
        OrderWorker.start(vhost.springSettings(), database.springSettings())) {
      OrderEvents.send(channel, "m0", "o0");
      worker.awaitShipped("o0");
      JdbcClient jdbc = worker.bean(JdbcClient.class);
      jdbc.sql("alter table shipment add constraint not_this_one check (order_id <> 'o1')")
          .update();

      OrderEvents.send(channel, "m1", "o1");

      assertThat(rejected.expectOne().properties().getMessageId()).isEqualTo("m1");
      jdbc.sql("alter table shipment drop constraint not_this_one").update();
      OrderEvents.send(channel, "m1", "o1");
      worker.awaitShipped("o1");
      assertThat(worker.handled("duplicate")).isZero();
    }
  }

  @DatabaseTest
  void whileTheDatabaseIsAwayOrdersWaitAndNoneIsRejected(
      TestDatabase database, TestVhost vhost, Channel channel, CapturedOutput output)
      throws Exception {
    MessageCollector rejected = MessageCollector.consume(channel, Orders.DEAD_LETTER_QUEUE);
    try (Relay relay = database.shutRelay();
        OrderWorker worker =
            OrderWorker.start(vhost.springSettings(), database.springSettings(relay))) {
      OrderEvents.send(channel, "m1", "o1");
      assertThat(worker.statusOf("/api/shipments")).isEqualTo(503);
      assertThat(worker.statusOf("/actuator/health/readiness")).isEqualTo(200);
      Bounds.soon().untilAsserted(() -> assertThat(output).contains("orders wait for it: "));
      assertThat(output).doesNotContainPattern("orders wait for it: .* JDBC ");
      relay.open();
      worker.awaitShipped("o1");

      relay.shut();
      OrderEvents.send(channel, "m2", "o2");
      OrderEvents.send(channel, "m3", "o3");
      relay.open();

      worker.awaitShipped("o2");
      worker.awaitShipped("o3");
      rejected.expectNothingElse();
    }
  }

  @DatabaseTest
  void aWorkerThatStopsWithoutItsDatabaseGivesTheOrderBack(
      TestDatabase database, TestVhost vhost, Channel channel) throws Exception {
    try (Relay relay = database.shutRelay()) {
      try (OrderWorker stopping =
          OrderWorker.start(vhost.springSettings(), database.springSettings(relay))) {
        OrderEvents.send(channel, "m1", "o1");
        Bounds.soon().until(() -> channel.messageCount(Orders.QUEUE) == 0);
        assertThat(stopping.handled("shipped")).isZero();
      }
      try (OrderWorker next =
          OrderWorker.start(vhost.springSettings(), database.springSettings())) {
        next.awaitShipped("o1");
      }
    }
  }

  @DatabaseTest
  void whatIsNoOrderIsRejectedAndTheOthersGoOn(
      TestDatabase database, TestVhost vhost, Channel channel) throws Exception {
    MessageCollector rejected = MessageCollector.consume(channel, Orders.DEAD_LETTER_QUEUE);
    try (OrderWorker worker =
        OrderWorker.start(vhost.springSettings(), database.springSettings())) {
      OrderEvents.sendBody(channel, "m1", "no JSON");
      OrderEvents.sendBody(channel, "m2", "null");
      OrderEvents.sendBody(channel, "m3", "{\"orderId\":\"o\",\"quantity\":1}");
      OrderEvents.send(channel, "", "without-id");
      OrderEvents.send(channel, "m5", "good");

      worker.awaitShipped("good");
      assertThat(rejected.expect(4))
          .extracting(message -> message.properties().getMessageId())
          .containsExactlyInAnyOrder("m1", "m2", "m3", "");
      rejected.expectNothingElse();
    }
  }
}

package dev.warren.producer.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.Orders;
import dev.warren.producer.Answer;
import dev.warren.testkit.Bounds;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.DatabaseTest;
import dev.warren.testkit.MessageCollector;
import dev.warren.testkit.ReceivedMessage;
import dev.warren.testkit.Relay;
import dev.warren.testkit.TestDatabase;
import dev.warren.testkit.TestVhost;
import java.io.IOException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@BrokerTest
class OutboxIT {

  @DatabaseTest
  void anOrderIsStoredAndToldOf(TestDatabase database, TestVhost vhost, Channel channel)
      throws Exception {
    MessageCollector events = events(channel);
    try (OrderService service =
        OrderService.start(vhost.springSettings(), database.springSettings())) {
      Answer placed = service.post("carrot cake").assertStatus(201);
      String id = placed.text("id");

      assertThat(placed.headers().firstValue("Location")).hasValue("/api/orders/" + id);
      ReceivedMessage event = events.expectOne();
      assertThat(event.routingKey()).isEqualTo("order.placed");
      assertThat(event.properties().getMessageId()).isNotEmpty();
      assertThat(event.properties().getDeliveryMode()).isEqualTo(2);
      assertThat(event.properties().getContentType()).isEqualTo("application/json");
      JsonNode body = JsonMapper.shared().readTree(event.body());
      assertThat(body.path("orderId").asString()).isEqualTo(id);
      assertThat(body.path("item").asString()).isEqualTo("carrot cake");
      assertThat(body.path("quantity").asInt()).isEqualTo(2);
      assertThat(event.properties().getHeaders()).as("without tracing").isNullOrEmpty();
      assertThat(
              count(
                  service.bean(JdbcClient.class),
                  "select count(*) from outbox where traceparent is not null"))
          .isZero();
      service.awaitPublished(id);
      service.get("/api/orders/nobodys").assertProblem(404, "not-found");
    }
  }

  @DatabaseTest
  void orderAndMessageAreStoredTogetherOrNotAtAll(TestDatabase database, TestVhost vhost) {
    try (OrderService service =
        OrderService.start(vhost.springSettings(), database.springSettings())) {
      service.post("fits").assertStatus(201);
      JdbcClient jdbc = service.bean(JdbcClient.class);
      jdbc.sql("alter table outbox add constraint no_fails check (body not like '%fails%')")
          .update();

      assertThat(service.post("fails").status()).isEqualTo(500);

      assertThat(count(jdbc, "select count(*) from customer_order where item = 'fails'")).isZero();
      assertThatThrownBy(() -> service.bean(Outbox.class).add("a", "orders", "order.placed", "{}"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("transaction");
    }
  }

  @DatabaseTest
  void anOrderIsTakenWhileTheBrokerIsAwayAndToldOfWhenItIsBack(
      TestDatabase database, TestVhost vhost, Channel channel) throws Exception {
    MessageCollector events = events(channel);
    try (Relay relay = Relay.shutTo(vhost.broker());
        OrderService service =
            OrderService.start(vhost.springSettings(relay), database.springSettings())) {
      String id = service.place("early");
      Bounds.soon().until(() -> service.order(id).text("lastOutcome"), "not-sent"::equals);
      assertThat(service.order(id).text("event")).isEqualTo("pending");
      Bounds.soon()
          .until(
              () -> service.get("/actuator/prometheus").body(),
              metrics ->
                  metrics.contains("warren_outbox_pending{application=\"producer-service\"} 1.0"));

      relay.open();

      service.awaitPublished(id);
      assertThat(events.expectOne().body()).contains(id);
    }
  }

  @DatabaseTest
  void anOrderThatNobodyWantsToKnowOfStaysUntilSomebodyDoes(
      TestDatabase database, TestVhost vhost, Channel channel) throws Exception {
    try (OrderService service =
        OrderService.start(vhost.springSettings(), database.springSettings())) {
      channel.queueUnbind(Orders.QUEUE, Orders.EXCHANGE, Orders.PLACED);
      String id = service.place("unwanted");
      Bounds.soon().until(() -> service.order(id).text("lastOutcome"), "returned"::equals);

      MessageCollector events = events(channel);

      assertThat(events.expectOne().body()).contains(id);
      service.awaitPublished(id);
    }
  }

  @DatabaseTest
  void withoutADatabaseTheCallerIsToldAndTheServiceGoesOn(TestDatabase database, TestVhost vhost)
      throws Exception {
    try (Relay relay = database.shutRelay();
        OrderService service =
            OrderService.start(vhost.springSettings(), database.springSettings(relay))) {
      service.post("too early").assertProblem(503, "database-unavailable");
      Bounds.soon().until(() -> service.get("/actuator/health/readiness").status() == 200);

      relay.open();

      Bounds.soon().until(() -> service.post("in time").status() == 201);
    }
  }

  @DatabaseTest
  void messagesAboutTheSameThingAreToldInTheirOrder(
      TestDatabase database, TestVhost vhost, Channel channel) throws Exception {
    MessageCollector events = events(channel);
    try (OrderService service =
            OrderService.start(vhost.springSettings(), database.springSettings());
        OrderService other =
            OrderService.start(vhost.springSettings(), database.springSettings())) {
      other.awaitPublished(service.place("migrates"));
      events.expectOne();
      TransactionTemplate transaction = service.bean(TransactionTemplate.class);
      for (int i = 0; i < 20; i++) {
        String body = String.valueOf(i);
        transaction.executeWithoutResult(
            status -> service.bean(Outbox.class).add("same", "orders", "order.placed", body));
      }

      assertThat(events.expect(20))
          .extracting(ReceivedMessage::body)
          .isSortedAccordingTo(
              (one, next) -> Integer.compare(Integer.parseInt(one), Integer.parseInt(next)));
    }
  }

  private static MessageCollector events(Channel channel) throws IOException {
    channel.exchangeDeclare("orders", "topic", true);
    return MessageCollector.bind(channel, "orders", "order.#");
  }

  private static int count(JdbcClient jdbc, String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }
}

package dev.warren.producer.outbox;

import static dev.warren.contracts.Orders.EXCHANGE;
import static dev.warren.contracts.Orders.PLACED;

import dev.warren.contracts.OrderPlaced;
import dev.warren.messaging.publish.MessageIds;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** The orders, each written together with the message that tells of it. */
class Orders {

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Outbox outbox;
  private final JsonMapper json;
  private final MessageIds ids;
  private final Clock clock;

  Orders(
      JdbcClient jdbc,
      TransactionOperations transactions,
      Outbox outbox,
      JsonMapper json,
      MessageIds ids,
      Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.outbox = outbox;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Both rows are committed, or neither is. A request that is repeated under its key has the id
   * that it had before: then the order may be there already, and is answered as it is.
   */
  Order place(String item, int quantity) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as databases keep it
    String id = ids.next();
    Order order = new Order(id, item, quantity, now, Order.Event.PENDING, null);
    try {
      transactions.executeWithoutResult(
          transaction -> {
            insert(order);
            outbox.add(id, EXCHANGE, PLACED, json.writeValueAsString(eventOf(order)));
          });
      return order;
    } catch (DuplicateKeyException e) {
      return find(id).orElseThrow(() -> e);
    }
  }

  private void insert(Order order) {
    jdbc.sql("insert into customer_order (id, item, quantity, placed_at) values (?, ?, ?, ?)")
        .params(
            order.id(), order.item(), order.quantity(), order.placedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static OrderPlaced eventOf(Order order) {
    return new OrderPlaced(order.id(), order.item(), order.quantity(), order.placedAt());
  }

  /** An order whose message is no longer in the outbox has long been told of. */
  Optional<Order> find(String id) {
    return jdbc.sql(
            """
            select o.id, o.item, o.quantity, o.placed_at, m.id as pending, m.last_outcome
            from customer_order o
            left join outbox m on m.aggregate_id = o.id and m.published_at is null
            where o.id = ?
            """)
        .param(id)
        .query(
            (row, number) ->
                new Order(
                    row.getString("id"),
                    row.getString("item"),
                    row.getInt("quantity"),
                    Objects.requireNonNull(row.getTimestamp("placed_at")).toInstant(),
                    row.getObject("pending") == null ? Order.Event.PUBLISHED : Order.Event.PENDING,
                    row.getString("last_outcome")))
        .optional();
  }
}

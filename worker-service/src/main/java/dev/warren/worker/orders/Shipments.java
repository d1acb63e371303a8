package dev.warren.worker.orders;

import dev.warren.contracts.OrderPlaced;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was shipped. */
class Shipments {

  private final JdbcClient jdbc;
  private final String worker;
  private final Clock clock;

  Shipments(JdbcClient jdbc, String worker, Clock clock) {
    this.jdbc = jdbc;
    this.worker = worker;
    this.clock = clock;
  }

  void add(String messageId, OrderPlaced order) {
    jdbc.sql(
            """
            insert into shipment (order_id, item, quantity, message_id, worker, shipped_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            order.orderId(),
            order.item(),
            order.quantity(),
            messageId,
            worker,
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  List<Shipment> of(String orderId) {
    return jdbc.sql("select * from shipment where order_id = ? order by id")
        .param(orderId)
        .query(Shipments::shipment)
        .list();
  }

  List<Shipment> after(long id, int limit) {
    return jdbc.sql("select * from shipment where id > ? order by id limit ?")
        .params(id, limit)
        .query(Shipments::shipment)
        .list();
  }

  private static Shipment shipment(ResultSet row, int number) throws SQLException {
    return new Shipment(
        row.getLong("id"),
        row.getString("order_id"),
        row.getString("item"),
        row.getInt("quantity"),
        row.getString("message_id"),
        row.getString("worker"),
        row.getObject("shipped_at", OffsetDateTime.class).toInstant());
  }
}

package dev.warren.producer.outbox;

import dev.warren.messaging.publish.PublishOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The relay's side of the outbox. */
class OutboxTable {

  private final JdbcClient jdbc;

  OutboxTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Takes messages that are due, oldest first, and keeps them from all other relays until the
   * transaction ends; what others have taken is passed over. Of an aggregate only the oldest is
   * taken, so that none overtakes another.
   *
   * <p>They are found first and locked then: H2 locks and sorts everything that is due, however
   * little of it is asked for, so that a large backlog would take ever longer and leave nothing to
   * other relays.
   */
  List<OutboxMessage> take(int most, Instant now) {
    List<Long> found = due(0, most, now);
    while (!found.isEmpty()) {
      List<OutboxMessage> taken = lock(found, now);
      if (!taken.isEmpty()) {
        return taken;
      }
      found = due(found.get(found.size() - 1), most, now); // others have all of these
    }
    return List.of();
  }

  /** In the order of the index outbox_due; {@code published_at} is null in all of them. */
  private List<Long> due(long after, int most, Instant now) {
    return jdbc.sql(
            """
            select id from outbox m
            where published_at is null and id > :after and due_at <= :now and not exists (
              select 1 from outbox earlier
              where earlier.aggregate_id = m.aggregate_id and earlier.id < m.id
                and earlier.published_at is null)
            order by published_at, id
            limit :most
            """)
        .param("after", after)
        .param("now", utc(now))
        .param("most", most)
        .query(Long.class)
        .list();
  }

  /** Those that are still due, and not another's. */
  private List<OutboxMessage> lock(List<Long> ids, Instant now) {
    return jdbc.sql(
            """
            select id, message_id, exchange, routing_key, body, traceparent, tracestate
            from outbox
            where id in (:ids) and published_at is null and due_at <= :now
            order by id
            for update skip locked
            """)
        .param("ids", ids)
        .param("now", utc(now))
        .query(OutboxMessage.class)
        .list();
  }

  void published(List<Long> ids, Instant now) {
    if (!ids.isEmpty()) {
      jdbc.sql("update outbox set published_at = :now, last_outcome = null where id in (:ids)")
          .param("now", utc(now))
          .param("ids", ids)
          .update();
    }
  }

  /** It stays, and is tried again then. */
  void notPublished(long id, PublishOutcome outcome, Instant again) {
    jdbc.sql(
            """
            update outbox set attempts = attempts + 1, last_outcome = :outcome, due_at = :again
            where id = :id
            """)
        .param("outcome", outcome.label())
        .param("again", utc(again))
        .param("id", id)
        .update();
  }

  /** How many are waiting, and since when the oldest of them. */
  Backlog backlog() {
    return jdbc.sql(
            """
            select count(*) as pending, min(created_at) as oldest
            from outbox where published_at is null
            """)
        .query(
            (row, number) -> {
              OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
              return new Backlog(
                  row.getLong("pending"), oldest == null ? null : oldest.toInstant());
            })
        .single();
  }

  /** Forgets what was published longer ago than that. */
  int purge(Duration kept, Instant now) {
    return jdbc.sql("delete from outbox where published_at < ?")
        .param(utc(now.minus(kept)))
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

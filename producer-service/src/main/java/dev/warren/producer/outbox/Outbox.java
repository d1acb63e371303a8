package dev.warren.producer.outbox;

import dev.warren.messaging.publish.MessageIds;
import dev.warren.messaging.tracing.MessageTracing;
import dev.warren.messaging.tracing.TraceContext;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where messages are left in the transaction that they tell of. */
class Outbox {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Wakeup relay;
  private final MessageIds ids;
  private final MessageTracing tracing;

  Outbox(JdbcClient jdbc, Clock clock, Wakeup relay, MessageIds ids, MessageTracing tracing) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.relay = relay;
    this.ids = ids;
    this.tracing = tracing;
  }

  /**
   * Leaves a message, which is published in the current trace if and when the running transaction
   * is committed. The relay hears of it at that moment; should it not, it looks by itself.
   *
   * @param aggregateId what the message is about; messages about the same are published in the
   *     order in which they were left
   * @param body JSON
   * @throws IllegalStateException if there is no transaction that it could be a part of
   */
  void add(String aggregateId, String exchange, String routingKey, String body) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("The outbox takes messages within a transaction only");
    }
    TraceContext trace = tracing.current();
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    jdbc.sql(
            """
            insert into outbox
              (message_id, aggregate_id, exchange, routing_key, body, created_at, due_at,
               traceparent, tracestate)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(ids.next(), aggregateId, exchange, routingKey, body, now, now)
        .param(trace.traceparent())
        .param(trace.tracestate())
        .update();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            relay.now();
          }
        });
  }
}

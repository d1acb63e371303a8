package dev.warren.producer.outbox;

import dev.warren.messaging.tracing.TraceContext;
import org.jspecify.annotations.Nullable;

/**
 * A message in the outbox.
 *
 * @param id its place in the order of writing
 * @param traceparent the trace that it was written in; null if in none
 * @param tracestate what belongs to it, if anything
 */
record OutboxMessage(
    long id,
    String messageId,
    String exchange,
    String routingKey,
    String body,
    @Nullable String traceparent,
    @Nullable String tracestate) {

  TraceContext trace() {
    return new TraceContext(traceparent, tracestate);
  }
}

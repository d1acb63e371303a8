package dev.warren.messaging.publish;

import dev.warren.messaging.tracing.MessageTracing;
import dev.warren.messaging.tracing.SentSpan;
import java.util.concurrent.CompletableFuture;
import org.springframework.amqp.core.Message;

/** Sends the trace along with each message; the span lasts until the outcome is known. */
final class TracedPublisher implements ConfirmedPublisher {

  private final ConfirmedPublisher publisher;
  private final Destinations destinations;
  private final MessageTracing tracing;

  TracedPublisher(ConfirmedPublisher publisher, Destinations destinations, MessageTracing tracing) {
    this.publisher = publisher;
    this.destinations = destinations;
    this.tracing = tracing;
  }

  @Override
  public CompletableFuture<PublishOutcome> publish(
      String exchange, String routingKey, Message message) {
    SentSpan span = tracing.send(destinations.of(exchange, routingKey), message);
    try {
      return publisher
          .publish(exchange, routingKey, message)
          .whenComplete(
              (outcome, failure) -> span.end(outcome.isConfirmed() ? null : outcome.toString()));
    } catch (RuntimeException e) {
      span.end(e.toString());
      throw e;
    }
  }
}

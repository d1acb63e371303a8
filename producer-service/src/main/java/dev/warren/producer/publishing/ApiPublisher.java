package dev.warren.producer.publishing;

import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.messaging.publish.PublishOutcome;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.springframework.amqp.core.Message;
import org.springframework.stereotype.Component;

/** Publishes for a controller: what went well is an answer, what did not is a problem. */
@Component
public class ApiPublisher {

  private static final String DEFAULT_EXCHANGE = "";

  private final ConfirmedPublisher publisher;

  ApiPublisher(ConfirmedPublisher publisher) {
    this.publisher = publisher;
  }

  /** Sends to one queue. Anything but a confirm fails the future with a problem. */
  public CompletableFuture<Publication> toQueue(String queue, Message message) {
    String id = idOf(message);
    return publisher
        .publish(DEFAULT_EXCHANGE, queue, message)
        .thenApply(
            outcome -> {
              if (!outcome.isConfirmed()) {
                throw Outcomes.problem(id, outcome);
              }
              return Publication.confirmed(id);
            });
  }

  /** Sends to whoever listens. Nobody listening is no problem. */
  public CompletableFuture<LogPublication> toSubscribers(
      String exchange, String routingKey, Message message) {
    String id = idOf(message);
    return publisher
        .publish(exchange, routingKey, message)
        .thenApply(
            outcome -> {
              boolean unheard = outcome instanceof PublishOutcome.Returned;
              if (!unheard && !outcome.isConfirmed()) {
                throw Outcomes.problem(id, outcome);
              }
              return new LogPublication(id, Outcomes.name(outcome), !unheard, exchange, routingKey);
            });
  }

  private static String idOf(Message message) {
    return Objects.requireNonNull(message.getMessageProperties().getMessageId(), "message_id");
  }
}

package dev.warren.producer.outbox;

import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.messaging.publish.OutgoingMessages;
import dev.warren.messaging.publish.PublishOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.springframework.amqp.core.Message;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Publishes what is in the outbox. The rows are locked, published, confirmed and marked in one
 * transaction: a relay that dies before the commit leaves them to the next one, which publishes
 * again what the broker may already have. Hence at least once, with the same {@code message_id}.
 */
class OutboxRelay {

  private final OutboxTable outbox;
  private final TransactionOperations transactions;
  private final ConfirmedPublisher publisher;
  private final OutgoingMessages messages;
  private final OutboxProperties properties;
  private final Clock clock;

  OutboxRelay(
      OutboxTable outbox,
      TransactionOperations transactions,
      ConfirmedPublisher publisher,
      OutgoingMessages messages,
      OutboxProperties properties,
      Clock clock) {
    this.outbox = outbox;
    this.transactions = transactions;
    this.publisher = publisher;
    this.messages = messages;
    this.properties = properties;
    this.clock = clock;
  }

  /** One batch. The confirms are awaited together, for their timeout at most. */
  RelayRound round() {
    return Objects.requireNonNull(transactions.execute(transaction -> publishBatch()));
  }

  private RelayRound publishBatch() {
    List<OutboxMessage> batch = outbox.take(properties.batchSize(), clock.instant());
    List<PublishOutcome> outcomes = publish(batch);
    Instant again = clock.instant().plus(properties.retryDelay());
    List<Long> confirmed = new ArrayList<>();
    boolean away = false;
    for (int i = 0; i < outcomes.size(); i++) {
      PublishOutcome outcome = outcomes.get(i);
      long id = batch.get(i).id();
      if (outcome.isConfirmed()) {
        confirmed.add(id);
      } else {
        outbox.notPublished(id, outcome, again);
        away |= isBrokersAbsence(outcome);
      }
    }
    outbox.published(confirmed, clock.instant());
    return new RelayRound(batch.size(), confirmed.size(), away);
  }

  /** Stops at the first that cannot be sent: the others would fare no better, one by one. */
  private List<PublishOutcome> publish(List<OutboxMessage> batch) {
    List<CompletableFuture<PublishOutcome>> confirms = new ArrayList<>();
    for (OutboxMessage row : batch) {
      CompletableFuture<PublishOutcome> confirm =
          publisher.publish(row.exchange(), row.routingKey(), messageOf(row));
      confirms.add(confirm);
      if (confirm.isDone() && confirm.join() instanceof PublishOutcome.NotSent) {
        break;
      }
    }
    return confirms.stream().map(CompletableFuture::join).toList();
  }

  private Message messageOf(OutboxMessage row) {
    byte[] body = row.body().getBytes(StandardCharsets.UTF_8);
    Message message = messages.json(row.messageId(), body);
    row.trace().addTo(message);
    return message;
  }

  private static boolean isBrokersAbsence(PublishOutcome outcome) {
    return outcome instanceof PublishOutcome.NotSent
        || outcome instanceof PublishOutcome.Unconfirmed;
  }
}

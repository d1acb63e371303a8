package dev.warren.producer.outbox;

import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.messaging.publish.OutgoingMessages;
import dev.warren.messaging.publish.PublishOutcome;
import dev.warren.messaging.publish.PublishOutcome.NotSent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Publishes what is in the outbox. The rows are locked, published, confirmed and marked in one
 * transaction: a relay that dies before the commit leaves them to the next one, which publishes
 * again what the broker may already have. Hence at least once, with the same {@code message_id}.
 */
class OutboxRelay {

  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

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
      if (outcome.isConfirmed()) {
        confirmed.add(batch.get(i).id());
      } else {
        keep(batch.get(i), outcome, again);
        away |= outcome.mayBeRepeated();
      }
    }
    outbox.published(confirmed, clock.instant());
    return new RelayRound(confirmed.size(), away);
  }

  /** Stops at the first for which there is no broker: the others would fare no better. */
  private List<PublishOutcome> publish(List<OutboxMessage> batch) {
    List<CompletableFuture<PublishOutcome>> confirms = new ArrayList<>();
    for (OutboxMessage row : batch) {
      CompletableFuture<PublishOutcome> confirm =
          publisher.publish(row.exchange(), row.routingKey(), messageOf(row));
      confirms.add(confirm);
      if (confirm.isDone() && confirm.join() instanceof NotSent notSent && !notSent.never()) {
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

  private void keep(OutboxMessage row, PublishOutcome outcome, Instant again) {
    outbox.notPublished(row.id(), outcome, again);
    if (outcome instanceof NotSent notSent && notSent.never()) {
      log.error("Message {} of the outbox cannot be sent: {}", row.messageId(), notSent.reason());
    }
  }
}

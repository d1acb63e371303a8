package dev.warren.producer.idempotency;

import dev.warren.database.DatabaseAway;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;

/** Forgets old keys, some at a time. Replicas pass over what another one is forgetting. */
class KeyPurge {

  /** As many as are locked together. */
  static final int BATCH = 500;

  private static final Logger log = LoggerFactory.getLogger(KeyPurge.class);

  private final KeyTable table;
  private final TransactionOperations transactions;
  private final IdempotencyProperties properties;
  private final Clock clock;

  KeyPurge(
      KeyTable table,
      TransactionOperations transactions,
      IdempotencyProperties properties,
      Clock clock) {
    this.table = table;
    this.transactions = transactions;
    this.properties = properties;
    this.clock = clock;
  }

  @Scheduled(
      fixedDelayString = "${warren.idempotency.purge-interval:1m}",
      initialDelayString = "${warren.idempotency.purge-interval:1m}")
  void purge() {
    try {
      int forgotten = BATCH;
      while (forgotten == BATCH) {
        forgotten = purgeBatch();
        log.debug("Forgot {} keys", forgotten);
      }
    } catch (RuntimeException e) {
      if (!DatabaseAway.isCauseOf(e)) {
        throw e;
      }
      log.debug("Keys are forgotten another time", e);
    }
  }

  private int purgeBatch() {
    Instant now = clock.instant();
    return Objects.requireNonNull(
        transactions.execute(transaction -> table.purge(now.minus(properties.keep()), now, BATCH)));
  }
}

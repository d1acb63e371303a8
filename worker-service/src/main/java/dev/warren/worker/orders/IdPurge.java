package dev.warren.worker.orders;

import dev.warren.database.DatabaseAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Keeps the table of ids from growing for ever; once an hour, by any replica. */
class IdPurge {

  private static final Logger log = LoggerFactory.getLogger(IdPurge.class);

  private final ProcessedMessages processed;
  private final OrdersProperties properties;

  IdPurge(ProcessedMessages processed, OrdersProperties properties) {
    this.processed = processed;
    this.properties = properties;
  }

  @Scheduled(fixedDelayString = "1h", initialDelayString = "1m")
  void purge() {
    try {
      log.debug("Forgot {} ids", processed.purge(properties.keepIds()));
    } catch (RuntimeException e) {
      if (!DatabaseAway.isCauseOf(e)) {
        throw e;
      }
      log.debug("Ids are forgotten another time", e);
    }
  }
}

package dev.warren.producer.outbox;

import dev.warren.database.DatabaseAway;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Counts what waits, and forgets what was published long ago. The gauges say nothing as long as the
 * database does not; each replica says the same, so take the largest.
 */
class OutboxWatch {

  private static final double MILLIS = 1e3;
  private static final Logger log = LoggerFactory.getLogger(OutboxWatch.class);

  private final OutboxTable outbox;
  private final OutboxProperties properties;
  private final Clock clock;
  private volatile @Nullable Backlog backlog;

  OutboxWatch(
      OutboxTable outbox, OutboxProperties properties, Clock clock, MeterRegistry registry) {
    this.outbox = outbox;
    this.properties = properties;
    this.clock = clock;
    Gauge.builder("warren.outbox.pending", this::pending)
        .description("Messages in the outbox that the broker has not confirmed")
        .register(registry);
    TimeGauge.builder("warren.outbox.oldest", this::oldestSeconds, TimeUnit.SECONDS)
        .description("For how long the oldest message has been waiting in the outbox")
        .register(registry);
  }

  @Scheduled(fixedDelayString = "${warren.outbox.watch-interval:5s}")
  void watch() {
    try {
      backlog = outbox.backlog();
      int purged = outbox.purge(properties.keepPublished(), clock.instant());
      if (purged > 0) {
        log.debug("Forgot {} published messages", purged);
      }
    } catch (RuntimeException e) {
      backlog = null;
      if (!DatabaseAway.isCauseOf(e)) {
        throw e;
      }
      log.debug("The outbox cannot be counted", e);
    }
  }

  private double pending() {
    Backlog known = backlog;
    return known == null ? Double.NaN : known.pending();
  }

  private double oldestSeconds() {
    Backlog known = backlog;
    if (known == null) {
      return Double.NaN;
    }
    return known.oldest() == null
        ? 0
        : Math.max(0, Duration.between(known.oldest(), clock.instant()).toMillis() / MILLIS);
  }
}

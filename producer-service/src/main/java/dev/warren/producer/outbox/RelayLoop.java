package dev.warren.producer.outbox;

import dev.warren.database.DatabaseAway;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the relay: when a transaction has left something, every {@code warren.outbox.poll-interval}
 * besides, and after ever longer pauses while the broker or the database is away.
 */
final class RelayLoop implements SmartLifecycle {

  /** It starts after the publisher (phase 0), and stops before it. */
  static final int PHASE = 1000;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Logger log = LoggerFactory.getLogger(RelayLoop.class);

  private final OutboxRelay relay;
  private final Wakeup wakeup;
  private final OutboxProperties properties;
  private final Counter published;
  private final Wakeup end = new Wakeup();
  private @Nullable Thread thread;
  private volatile boolean running;

  RelayLoop(OutboxRelay relay, Wakeup wakeup, OutboxProperties properties, MeterRegistry registry) {
    this.relay = relay;
    this.wakeup = wakeup;
    this.properties = properties;
    this.published =
        Counter.builder("warren.outbox.published")
            .description("Messages of the outbox that the broker has confirmed")
            .register(registry);
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    try {
      while (running) {
        RelayRound round = round();
        if (round.brokerAway()) {
          end.await(pause);
          Duration longer = pause.multipliedBy(2);
          pause =
              longer.compareTo(properties.longestPause()) < 0 ? longer : properties.longestPause();
        } else {
          pause = FIRST_PAUSE;
          if (round.published() == 0) {
            wakeup.await(properties.pollInterval());
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private RelayRound round() {
    try {
      RelayRound round = relay.round();
      published.increment(round.published());
      return round;
    } catch (RuntimeException | Error e) { // nobody would start another thread
      if (DatabaseAway.isCauseOf(e)) {
        log.debug("The outbox cannot be read", e);
      } else {
        log.error("The outbox was not relayed", e);
      }
      return RelayRound.FAILED;
    }
  }

  @Override
  public synchronized void start() {
    running = true;
    thread = new Thread(this::run, "outbox-relay");
    thread.setDaemon(true);
    thread.start();
  }

  /** The batch in hand is finished, for which the broker has its confirm timeout. */
  @Override
  public synchronized void stop() {
    running = false;
    wakeup.now();
    end.now();
    try {
      if (thread != null) {
        thread.join(properties.stopTimeout().toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}

package dev.warren.producer.taskview;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * How far the view is behind the stream: how old the event was that it took last. AMQP 0-9-1 does
 * not tell how many are still to come.
 */
final class ViewLag {

  private static final double NANOS = 1e9;

  private final Clock clock;
  private final Replay replay;
  private volatile Duration last = Duration.ZERO;
  private volatile boolean lastWasHistory;

  ViewLag(Clock clock, Replay replay, MeterRegistry registry) {
    this.clock = clock;
    this.replay = replay;
    TimeGauge.builder("warren.task.view.lag", this::seconds, TimeUnit.SECONDS)
        .description("The age of the event that the view of tasks took last, when it took it")
        .register(registry);
    Gauge.builder("warren.task.view.replaying", () -> replay.isUpToDate() ? 0 : 1)
        .description("1 while the view of tasks reads its history, as after a start; else 0")
        .register(registry);
  }

  /** An event that happened then has become part of the view. A clock may be late. */
  void took(Instant at) {
    Duration age = Duration.between(at, clock.instant());
    lastWasHistory = !replay.isUpToDate();
    last = age.isNegative() ? Duration.ZERO : age;
  }

  /** Once the history has been read, the age of its last event is no lag. */
  private double seconds() {
    boolean caughtUp = lastWasHistory && replay.isUpToDate();
    return caughtUp ? 0 : last.toSeconds() + last.toNanosPart() / NANOS;
  }
}

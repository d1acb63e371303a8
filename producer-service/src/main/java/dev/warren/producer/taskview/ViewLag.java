package dev.warren.producer.taskview;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How far the view is behind the stream. AMQP 0-9-1 does not tell how many messages are still to
 * come. So while the history is being read, it is the time since the view was up to date; then, how
 * long what this replica has appended has been on its way back, or, if that is more, how old the
 * events are that come. A replica that appends nothing does not see that others' events fail to
 * come.
 */
final class ViewLag {

  /** For how long an event tells how late events are. Longer than from one scrape to the next. */
  static final Duration FRESH = Duration.ofSeconds(20);

  private static final double NANOS = 1e9;

  private final Clock clock;
  private final ReadBack own;
  private volatile @Nullable Instant behindSince;
  private volatile @Nullable Taken last;

  ViewLag(Clock clock, MeterRegistry registry) {
    this.clock = clock;
    this.own = new ReadBack(clock);
    this.behindSince = clock.instant();
    TimeGauge.builder("warren.task.view.lag", this::seconds, TimeUnit.SECONDS)
        .description("How far the view of tasks is behind the stream")
        .register(registry);
    Gauge.builder("warren.task.view.replaying", () -> behindSince == null ? 0 : 1)
        .description("1 while the view of tasks reads its history, as after a start; else 0")
        .register(registry);
  }

  /** From now on it is not known what is in the stream. */
  void interrupted() {
    if (behindSince == null) {
      behindSince = clock.instant();
    }
  }

  /** The history has been read. */
  void caughtUp() {
    behindSince = null;
  }

  /** A message of this replica's is about to be appended. */
  void appending(String messageId) {
    own.appending(messageId);
  }

  /** A message has been read, perhaps one of this replica's. */
  void read(@Nullable String messageId) {
    own.read(messageId);
  }

  /** An event that happened then has become part of the view. Of history, the age is no lag. */
  void took(Instant at) {
    if (behindSince == null) {
      last = new Taken(at, clock.instant());
    }
  }

  private double seconds() {
    Duration lag = lag(clock.instant());
    return lag.toSeconds() + lag.toNanosPart() / NANOS;
  }

  private Duration lag(Instant now) {
    Instant since = behindSince;
    if (since != null) {
      return Duration.between(since, now);
    }
    Duration onItsWay = own.lag();
    Duration late = lateness(now);
    return late.compareTo(onItsWay) > 0 ? late : onItsWay;
  }

  private Duration lateness(Instant now) {
    Taken event = last;
    return event != null && now.isBefore(event.when.plus(FRESH)) ? event.age() : Duration.ZERO;
  }

  /** An event of a time, and when it was taken. A clock may be late. */
  private record Taken(Instant at, Instant when) {

    Duration age() {
      return Duration.between(at, when);
    }
  }
}

package dev.warren.producer.taskview;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ViewLagTest {

  private final SettableClock clock = new SettableClock();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final ViewLag lag = new ViewLag(clock, registry);

  @Test
  void growsWhileTheHistoryIsRead() {
    lag.took(clock.instant().minusSeconds(86_400));
    clock.pass(40);
    assertThat(seconds()).isEqualTo(40);
    assertThat(registry.get("warren.task.view.replaying").gauge().value()).isEqualTo(1);

    lag.caughtUp();
    assertThat(seconds()).isZero();
    assertThat(registry.get("warren.task.view.replaying").gauge().value()).isZero();
  }

  @Test
  void growsFromTheFirstOfSeveralInterruptions() {
    lag.caughtUp();
    lag.interrupted();
    clock.pass(10);
    lag.interrupted();
    clock.pass(5);

    assertThat(seconds()).isEqualTo(15);
  }

  @Test
  void growsWhileWhatItAppendsDoesNotComeBack() {
    lag.caughtUp();
    lag.took(clock.instant());
    lag.appending("a");
    clock.pass(30);
    lag.appending("b");
    clock.pass(30);
    assertThat(seconds()).isEqualTo(60);

    lag.read("a");
    assertThat(seconds()).isEqualTo(60);
    lag.read("b");
    assertThat(seconds()).isZero();
  }

  @Test
  void staysHighWhileAllComesBackLate() {
    lag.caughtUp();
    for (int second = 0; second < 200; second++) {
      lag.appending("at " + second);
      lag.read("at " + (second - 60));
      clock.pass(1);
      assertThat(seconds()).as("after %d s", second).isBetween(Math.min(second, 59) + 0.0, 62.0);
    }
  }

  @Test
  void forgetsWhatWasLostWithItsStream() {
    lag.caughtUp();
    lag.appending("lost");
    clock.pass(300);
    lag.interrupted();
    lag.appending("marker");
    lag.read("marker");
    lag.caughtUp();

    assertThat(seconds()).isZero();
  }

  @Test
  void isTheAgeOfTheEventsThatComeForAsLongAsTheyCome() {
    lag.caughtUp();
    lag.took(clock.instant().minusSeconds(45));
    clock.pass(ViewLag.FRESH.toSeconds() - 1);
    assertThat(seconds()).isEqualTo(45);

    clock.pass(1);
    assertThat(seconds()).isZero();
  }

  @Test
  void isNeverNegativeWhateverTheClocksOfOthersSay() {
    lag.caughtUp();
    lag.took(clock.instant().plusSeconds(45));

    assertThat(seconds()).isZero();
  }

  private double seconds() {
    return registry.get("warren.task.view.lag").timeGauge().value();
  }

  private static final class SettableClock extends Clock {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void pass(long seconds) {
      now = now.plusSeconds(seconds);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}

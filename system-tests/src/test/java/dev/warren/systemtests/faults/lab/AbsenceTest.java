package dev.warren.systemtests.faults.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.faults.lab.Absence.Down;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AbsenceTest {

  @Test
  void onlyWhereEveryWorkerWasDownNoneRan() {
    Absence absence =
        new Absence(
            List.of(List.of(down(10, 20), down(40, 60)), List.of(down(15, 30), down(50, 70))));

    assertThat(between(absence, 0, 100)).isEqualTo(Duration.ofSeconds(85));
    assertThat(between(absence, 0, 15)).isEqualTo(Duration.ofSeconds(15));
    assertThat(between(absence, 16, 19)).isZero();
    assertThat(between(absence, 55, 65)).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void aWorkerThatWasNeverDownRanAllTheTime() {
    Absence absence = new Absence(List.of(List.of(down(10, 20)), List.of()));

    assertThat(between(absence, 0, 100)).isEqualTo(Duration.ofSeconds(100));
  }

  @Test
  void whereNothingIsKnownAllTimeCounts() {
    assertThat(between(new Absence(List.of()), 0, 100)).isEqualTo(Duration.ofSeconds(100));
  }

  @Test
  void aWorkerThatIsStillDownHasNotRunSince() {
    Absence absence = new Absence(List.of(List.of(new Down(at(10), Instant.MAX))));

    assertThat(between(absence, 0, 100)).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void tooManyEndingsAreTold() {
    Absence absence =
        new Absence(List.of(List.of(down(10, 20), down(40, 60)), List.of(down(15, 30))));

    assertThat(Breaches.of(absence, 3)).isEmpty();
    assertThat(Breaches.of(absence, 2))
        .containsExactly("3 workers were ended by tasks, and at most 2 may be");
  }

  private static Duration between(Absence absence, int from, int until) {
    return absence.without(at(from), at(until));
  }

  private static Down down(int from, int until) {
    return new Down(at(from), at(until));
  }

  private static Instant at(int second) {
    return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(second);
  }
}

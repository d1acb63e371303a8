package dev.warren.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.faults.lab.FaultResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReliabilityReportTest {

  private static final FaultResult KEPT =
      result(Map.of("acknowledged", 10_000, "duplicated", 3, "allowed", 20), List.of());

  @Test
  void aRowHasTheSetsAndTheTimes() {
    assertThat(Table.of(List.of(KEPT)))
        .contains(
            "| broker-killed | 2 | 10 000 | 0 | 0 | 0 | 0 | 3 of 20 | **0** | **0** | 1.5 s |");
  }

  @Test
  void aBrokenPromiseIsNotToBeOverlooked() {
    FaultResult broken =
        result(Map.of("acknowledged", 5, "lost", 1), List.of("1 lost: 12345678-7"));

    assertThat(ReliabilityReport.text(List.of(KEPT, broken)))
        .contains("2 faults, 10005 acknowledged: **1 lost, 0 unexpected**.")
        .contains("**BROKEN**")
        .contains("**Broken**: 1 lost: 12345678-7.");
  }

  @Test
  void itTellsWhatTheServicesHeldAtTheEnd() {
    assertThat(ReliabilityReport.text(List.of(KEPT)))
        .contains("Held at the end (and at the start): worker 2 connections (2 connections).");
  }

  @Test
  void aResultIsReadAsItWasKept(@TempDir Path folder) {
    Results results = new Results(folder);
    results.keep(KEPT);

    assertThat(results.all()).containsExactly(KEPT);
  }

  private static FaultResult result(Map<String, Integer> counts, List<String> breaches) {
    return new FaultResult(
        "broker-killed",
        "It comes back.",
        "RabbitMQ 4.3.6, docker",
        Instant.parse("2026-01-01T00:00:00Z"),
        2,
        20,
        counts,
        Map.of("longest outage", 1_500L),
        Map.of("202", 10),
        Map.of("worker", "2 connections (2 connections)"),
        breaches);
  }
}

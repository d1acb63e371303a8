package dev.warren.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.faults.catalogue.Catalogue;
import dev.warren.systemtests.faults.lab.Fault;
import dev.warren.systemtests.faults.lab.FaultResult;
import dev.warren.systemtests.sources.SourceTree;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ReliabilityReportTest {

  private static final String LOCAL = "RabbitMQ 3.10.8, local";

  private static final FaultResult KEPT =
      result(
          "RabbitMQ 4.3.6, docker",
          Map.of(
              "acknowledged", 10_000, "duplicated", 3, "allowed", 20, "lost", 0, "unexpected", 0),
          List.of());

  @Test
  void aRowHasTheSetsAndTheTimes() {
    assertThat(Table.of(List.of(KEPT)))
        .contains(
            "| broker-killed | 4.3.6, docker | 2 | 10 000 | – | – | – | – | 3 of 20 | **0** | **0** |"
                + " 1.5 s |");
  }

  @Test
  void ofCallsNothingCanBeLostSoNothingIsSaidNotToBe() {
    FaultResult calls = result(LOCAL, Map.of("acknowledged", 500, "failed", 7), List.of());

    assertThat(ReliabilityReport.text(List.of(KEPT, calls)))
        .contains("1 faults. 10000 tasks and orders acknowledged: **0 lost, 0 unexpected**.")
        .contains("500 calls answered.")
        .contains(
            "| broker-killed | 3.10.8, local | 2 | 500 | 7 | – | – | – | – | **–** | **–** |");
  }

  @Test
  void aBrokenPromiseIsNotToBeOverlooked() {
    FaultResult broken =
        result(LOCAL, Map.of("acknowledged", 5, "lost", 1), List.of("1 lost: 12345678-7"));

    assertThat(ReliabilityReport.text(List.of(KEPT, broken)))
        .contains("10005 tasks and orders acknowledged: **1 lost, 0 unexpected**.")
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
    FaultResult local = result(LOCAL, Map.of("lost", 0), List.of());
    results.keep(result(LOCAL, Map.of("lost", 1), List.of("1 lost: 12345678-7")));
    results.keep(KEPT);
    results.keep(local); // instead of the first one

    assertThat(results.all()).containsExactly(local, KEPT);
  }

  @Test
  void thePageSaysWhatTheResultsSay() {
    List<FaultResult> told = new Results(Results.inDocs()).all();

    assertThat(SourceTree.read(SourceTree.root().resolve("docs/RELIABILITY.md")))
        .as("docs/RELIABILITY.md, which `./warren faults report` writes")
        .isEqualTo(ReliabilityReport.text(told));
  }

  @Test
  void everyFaultHasBeenRun() {
    assertThat(new Results(Results.inDocs()).all())
        .extracting(FaultResult::fault)
        .containsAll(Catalogue.all().stream().map(Fault::name).toList());
  }

  @TestFactory
  Stream<DynamicTest> eachResultIsOfAFullRunThatKeptWhatIsExpectedToday() {
    return new Results(Results.inDocs())
        .all().stream()
            .map(result -> DynamicTest.dynamicTest(result.fault(), () -> isOfToday(result)));
  }

  private static void isOfToday(FaultResult result) {
    assertThat(result.breaches()).isEmpty();
    assertThat(result.rounds()).as("strikes").isGreaterThanOrEqualTo(result.goal());
    assertThat(result.count("acknowledged")).isGreaterThanOrEqualTo(10_000);
    assertThat(Catalogue.all())
        .filteredOn(fault -> fault.name().equals(result.fault()))
        .extracting(Fault::expectation)
        .containsExactly(result.expectation());
  }

  private static FaultResult result(
      String setting, Map<String, Integer> counts, List<String> breaches) {
    return new FaultResult(
        "broker-killed",
        "It comes back.",
        setting,
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

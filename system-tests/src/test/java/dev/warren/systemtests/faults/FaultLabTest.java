package dev.warren.systemtests.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.faults.lab.Breaches;
import dev.warren.systemtests.faults.lab.FaultResult;
import dev.warren.systemtests.faults.ledger.Answered;
import dev.warren.systemtests.faults.ledger.Request;
import dev.warren.systemtests.faults.ledger.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultLabTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void promisesThatWereKeptEndWithZero() {
    assertThat(conclude(result("broker-killed", List.of()))).isZero();
    assertThat(out.toString(UTF_8)).contains("broker-killed");
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void aLostTaskEndsWithOneAndIsNamed() {
    Request lost = new Request("run-7", NOW, NOW, Answered.ACKNOWLEDGED, "202");
    List<String> breaches = Breaches.of(Verdict.of(List.of(lost), List.of()), 0, true);

    int code = conclude(result("broker-frozen", List.of()), result("broker-killed", breaches));

    assertThat(code).isEqualTo(1);
    assertThat(err.toString(UTF_8)).isEqualToIgnoringNewLines("broker-killed: 1 lost: run-7");
  }

  private int conclude(FaultResult... results) {
    return FaultLab.conclude(
        List.of(results), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }

  private static FaultResult result(String fault, List<String> breaches) {
    return new FaultResult(
        fault, "", "", NOW, 1, 1, Map.of(), Map.of(), Map.of(), Map.of(), breaches);
  }
}

package dev.warren.systemtests.faults.lab;

import dev.warren.systemtests.faults.ledger.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many are in each set of a verdict. */
final class Counts {

  private Counts() {}

  static Map<String, Integer> of(Verdict verdict) {
    Map<String, Integer> counts = ofCalls(verdict);
    counts.put("recovered", verdict.recovered().size());
    counts.put("dead", verdict.dead().size());
    counts.put("duplicated", verdict.surplus());
    counts.put("lost", verdict.lost().size());
    counts.put("unexpected", verdict.unexpected().size());
    return counts;
  }

  /** Nothing comes of a call but its answer, so there is nothing that could be lost. */
  static Map<String, Integer> ofCalls(Verdict verdict) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("acknowledged", verdict.acknowledged().size());
    counts.put("failed", verdict.failed().size());
    counts.put("unknown", verdict.unknown().size());
    return counts;
  }
}

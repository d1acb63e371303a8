package dev.warren.systemtests.faults.lab;

import dev.warren.systemtests.faults.ledger.Burials;
import dev.warren.systemtests.faults.ledger.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What did not hold, with the tasks' names. */
public final class Breaches {

  private static final int NAMED = 20;

  private Breaches() {}

  /** Of a comparison: lost, unexpected, or done more often than allowed. */
  public static List<String> of(Verdict verdict, int duplicatesAllowed, boolean drained) {
    List<String> breaches = new ArrayList<>();
    if (!drained) {
      breaches.add("not everything came to an end in time");
    }
    addIfAny(breaches, "lost", verdict.lost());
    addIfAny(breaches, "unexpected", verdict.unexpected());
    if (verdict.surplus() > duplicatesAllowed) {
      addIfAny(breaches, "done too often", verdict.duplicated().keySet());
    }
    return breaches;
  }

  static List<String> of(Burials burials, Duration limit) {
    List<String> breaches = new ArrayList<>();
    addIfAny(breaches, "dead that could have been done", burials.innocent());
    addIfAny(breaches, "not dead that cannot be done", burials.escaped());
    if (burials.slowest().compareTo(limit) > 0) {
      breaches.add(
          "in the dead-letter queue only after %d s".formatted(burials.slowest().toSeconds()));
    }
    return breaches;
  }

  static List<String> of(Absence absence, int endingsAllowed) {
    return absence.endings() > endingsAllowed
        ? List.of(
            "%d workers were ended by tasks, and at most %d may be"
                .formatted(absence.endings(), endingsAllowed))
        : List.of();
  }

  private static void addIfAny(List<String> breaches, String what, Set<String> tokens) {
    if (!tokens.isEmpty()) {
      String named = String.join(", ", tokens.stream().limit(NAMED).toList());
      String more = tokens.size() > NAMED ? ", ..." : "";
      breaches.add("%d %s: %s%s".formatted(tokens.size(), what, named, more));
    }
  }
}

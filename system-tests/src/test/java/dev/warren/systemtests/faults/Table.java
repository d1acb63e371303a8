package dev.warren.systemtests.faults;

import dev.warren.systemtests.faults.lab.FaultResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Results as a table in Markdown. */
final class Table {

  private static final List<String> SETS =
      List.of("acknowledged", "failed", "unknown", "recovered", "dead", "duplicated");
  private static final List<String> TIMES =
      List.of("longest outage", "to 202", "to done", "p99 answer", "p99 refusal");

  private Table() {}

  static String of(List<FaultResult> results) {
    StringBuilder table = new StringBuilder("\n| fault | on | struck | ");
    table.append(String.join(" | ", SETS)).append(" | lost | unexpected | ");
    table.append(String.join(" | ", TIMES)).append(" | |\n|---|---|");
    table.append("--:|".repeat(SETS.size() + TIMES.size() + 3)).append("---|\n");
    results.forEach(result -> table.append(row(result)));
    return table.toString();
  }

  private static String row(FaultResult result) {
    StringBuilder row = new StringBuilder("| ").append(result.fault());
    row.append(" | ").append(result.setting().replace("RabbitMQ ", ""));
    row.append(" | ").append(result.rounds()).append(" |");
    SETS.forEach(set -> row.append(' ').append(count(result, set)).append(" |"));
    row.append(bold(result, "lost")).append(bold(result, "unexpected"));
    TIMES.forEach(time -> row.append(' ').append(seconds(result.times(), time)).append(" |"));
    return row.append(result.isKept() ? " kept |\n" : " **BROKEN** |\n").toString();
  }

  private static String bold(FaultResult result, String set) {
    return " **%s** |".formatted(count(result, set));
  }

  private static String count(FaultResult result, String set) {
    if (!result.counts().containsKey(set)) {
      return "–";
    }
    String count = String.format(Locale.ROOT, "%,d", result.count(set)).replace(',', ' ');
    return set.equals("duplicated") ? count + " of " + result.count("allowed") : count;
  }

  private static String seconds(Map<String, Long> times, String name) {
    Long millis = times.get(name);
    return millis == null ? "" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }
}

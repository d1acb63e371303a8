package dev.warren.benchmarks;

import java.util.List;

/**
 * Runs the comparisons and prints a table of ratios. Arguments name comparisons (part of a name is
 * enough; none means all); {@code WARREN_BENCH_ROUNDS} sets the rounds of each, 3 by default.
 */
public final class Bench {

  private static final int DEFAULT_ROUNDS = 3;

  private Bench() {}

  public static void main(String[] args) throws Exception {
    int rounds = rounds();
    try (Broker broker = Broker.connect()) {
      List<Comparison> chosen =
          Comparisons.all(broker).stream().filter(c -> c.isNamedBy(args)).toList();
      if (chosen.isEmpty()) {
        System.err.println("warren: no comparison has any of these in its name. There are:");
        Comparisons.all(broker).forEach(each -> System.err.println("  " + each.name()));
        System.exit(2);
      }
      Report report = new Report(System.out, broker.version(), rounds);
      for (Comparison comparison : chosen) {
        report.add(comparison, comparison.run(rounds, report::progress));
      }
      report.print();
    }
  }

  private static int rounds() {
    String set = System.getenv("WARREN_BENCH_ROUNDS");
    return set == null ? DEFAULT_ROUNDS : Integer.parseInt(set);
  }
}

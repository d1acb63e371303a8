package dev.warren.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The table that a run ends with, and a line for each round on the way. */
final class Report {

  private final PrintStream out;
  private final String brokerVersion;
  private final int rounds;
  private final List<String> lines = new ArrayList<>();

  Report(PrintStream out, String brokerVersion, int rounds) {
    this.out = out;
    this.brokerVersion = brokerVersion;
    this.rounds = rounds;
  }

  void progress(String line) {
    out.println("  " + line);
  }

  void add(Comparison comparison, Ratios ratios) {
    lines.add(
        "| %-52s | %,9.0f | %,9.0f | %5.2f | %4.2f to %4.2f | %4.2f | %-6s |"
            .formatted(
                comparison.name(),
                ratios.ourRate(),
                ratios.theirRate(),
                ratios.median(),
                ratios.min(),
                ratios.max(),
                comparison.target(),
                ratios.median() >= comparison.target() ? "met" : "missed"));
  }

  void print() {
    out.printf(
        "%nRabbitMQ %s, Java %s, %d processors, median of %d rounds, messages per second%n%n",
        brokerVersion,
        Runtime.version().feature(),
        Runtime.getRuntime().availableProcessors(),
        rounds);
    out.printf(
        "| %-52s | %9s | %9s | %5s | %12s | %4s | %-6s |%n",
        "comparison", "Warren", "reference", "ratio", "spread", "goal", "");
    out.println("|---|---|---|---|---|---|---|");
    lines.forEach(out::println);
  }
}

package dev.warren.systemtests.faults;

import dev.warren.systemtests.faults.catalogue.Catalogue;
import dev.warren.systemtests.faults.lab.Fault;
import dev.warren.systemtests.faults.lab.FaultResult;
import java.io.PrintStream;
import java.util.List;

/**
 * What {@code ./warren faults} runs. Ends with 1 if a promise was broken, 2 if it was asked for
 * what it does not know.
 */
final class FaultLab {

  private FaultLab() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    Options options;
    try {
      options = Options.parse(List.of(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println("warren: " + e.getMessage());
      return 2;
    }
    Results results = new Results(Results.inTarget());
    return switch (options.only()) {
      case LIST -> list();
      case REPORT -> report(results);
      case NOTHING -> cause(options, results);
    };
  }

  private static int list() {
    Catalogue.all().forEach(FaultLab::describe);
    return 0;
  }

  private static int report(Results results) {
    Results told = new Results(Results.inDocs());
    results.all().forEach(told::keep);
    ReliabilityReport.write(told.all());
    return 0;
  }

  private static int cause(Options options, Results results) {
    List<FaultResult> now = new Run(options, results, System.out::println).all();
    int code = conclude(now, System.out, System.err);
    if (options.writeReport()) {
      report(results);
    }
    return code;
  }

  /** Prints the table, and to {@code err} what did not hold; returns the exit code. */
  static int conclude(List<FaultResult> results, PrintStream out, PrintStream err) {
    out.println(Table.of(results));
    for (FaultResult result : results) {
      result.breaches().forEach(breach -> err.println(result.fault() + ": " + breach));
    }
    return results.stream().allMatch(FaultResult::isKept) ? 0 : 1;
  }

  private static void describe(Fault fault) {
    System.out.printf("%-26s %s%n", fault.name(), fault.expectation());
  }
}

package dev.warren.systemtests.faults;

import dev.warren.systemtests.faults.catalogue.Catalogue;
import dev.warren.systemtests.faults.lab.Fault;
import dev.warren.systemtests.faults.lab.Scale;
import dev.warren.systemtests.suite.Mode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./warren faults} was asked for.
 *
 * @param mode the way to run the suite; the first that this machine can, if none is named
 * @param scale how much is done of each
 * @param faults those that were named, or all that are possible in this mode
 * @param writeReport whether to write {@code docs/RELIABILITY.md}
 * @param only what to do instead of causing faults
 */
record Options(Mode mode, Scale scale, List<Fault> faults, boolean writeReport, Only only) {

  /** What can be asked for instead of faults. */
  enum Only {
    /** Nothing: the faults are what is wanted. */
    NOTHING,
    /** To tell what there is. */
    LIST,
    /** To write the report of what was run before. */
    REPORT
  }

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException with what is wrong with it
   */
  static Options parse(List<String> arguments) {
    Draft draft = new Draft();
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      draft.take(rest.next(), rest);
    }
    return draft.finish();
  }

  private static final class Draft {

    private @Nullable Mode asked;
    private int tasks = Scale.FULL.tasks();
    private int rounds = Scale.FULL.rounds();
    private boolean writeReport;
    private Only only = Only.NOTHING;
    private final List<Fault> faults = new ArrayList<>();

    void take(String argument, Iterator<String> rest) {
      switch (argument) {
        case "--local" -> asked = Mode.LOCAL;
        case "--docker" -> asked = Mode.DOCKER;
        case "--cluster" -> asked = Mode.CLUSTER;
        case "--tasks" -> tasks = number(argument, rest);
        case "--rounds" -> rounds = number(argument, rest);
        case "--write-report" -> writeReport = true;
        case "list" -> only = Only.LIST;
        case "report" -> only = Only.REPORT;
        default -> faults.add(Catalogue.named(argument));
      }
    }

    Options finish() {
      Mode mode = asked == null ? Mode.available().get(0) : asked;
      faults.stream()
          .filter(fault -> !fault.isPossible(mode))
          .findFirst()
          .ifPresent(
              fault -> {
                throw new IllegalArgumentException(
                    fault.name() + " cannot be caused with " + mode.option());
              });
      List<Fault> possible =
          Catalogue.all().stream().filter(fault -> fault.isPossible(mode)).toList();
      List<Fault> chosen = faults.isEmpty() ? possible : List.copyOf(faults);
      return new Options(mode, new Scale(tasks, rounds), chosen, writeReport, only);
    }

    private static int number(String option, Iterator<String> rest) {
      String value = rest.hasNext() ? rest.next() : "";
      if (!value.matches("[1-9]\\d{0,6}")) {
        throw new IllegalArgumentException(option + " takes a number, not '" + value + "'");
      }
      return Integer.parseInt(value);
    }
  }
}

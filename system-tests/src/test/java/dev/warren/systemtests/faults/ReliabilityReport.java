package dev.warren.systemtests.faults;

import dev.warren.systemtests.faults.lab.FaultResult;
import dev.warren.systemtests.sources.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** Writes {@code docs/RELIABILITY.md}, of what is in {@code docs/reliability}. */
final class ReliabilityReport {

  private static final String TEMPLATE =
      """
      # Reliability

      Written by `./warren faults --write-report` from [the results](reliability/); [the fault lab](fault-lab.md) says how it works and what the words mean.
      Each row is the last run of its fault on that broker: what is not here was not run.

      A task that was answered with `202` is *acknowledged*: it has to be done, or be in the dead-letter queue. An order is with `201`, and has to be
      shipped once; a call with the right number, which is all that comes of it. What was answered with a refusal has *failed* and must not be done. Without an answer it is *unknown*,
      and *recovered* if it was done even so. The times are the worst of all rounds: the longest time in which nothing was acknowledged; from the moment
      when everything was there again to the first that was, and to the first that was done; and what 99 of 100 callers waited for an answer at most, and
      99 of 100 of those who were refused. [Each has its bound](fault-lab.md#how-long-it-may-take): 10 s to the first `202`, 15 s to the first that is done, 6 s for answers. What takes longer is **BROKEN**, as is
      a request without an answer, unless the fault or [that page](fault-lab.md#how-long-it-may-take) says why it may be so: with containers the front door hangs up on who comes while
      there is no producer.

      %s
      %s

      ## What was done

      %s
      """;

  private ReliabilityReport() {}

  static void write(List<FaultResult> results) {
    try {
      Files.writeString(SourceTree.root().resolve("docs/RELIABILITY.md"), text(results));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(List<FaultResult> results) {
    return TEMPLATE.formatted(
        summary(results),
        Table.of(results).stripTrailing(),
        results.stream().map(ReliabilityReport::paragraph).collect(Collectors.joining("\n\n")));
  }

  private static String summary(List<FaultResult> results) {
    long faults = results.stream().map(FaultResult::fault).distinct().count();
    List<FaultResult> calls = results.stream().filter(result -> !result.hasEffects()).toList();
    List<FaultResult> others = results.stream().filter(FaultResult::hasEffects).toList();
    return "%d faults. %d tasks and orders acknowledged: **%d lost, %d unexpected**. %d calls answered."
        .formatted(
            faults,
            sum(others, "acknowledged"),
            sum(others, "lost"),
            sum(others, "unexpected"),
            sum(calls, "acknowledged"));
  }

  private static int sum(List<FaultResult> results, String set) {
    return results.stream().mapToInt(result -> result.count(set)).sum();
  }

  private static String paragraph(FaultResult result) {
    LocalDate day = LocalDate.ofInstant(result.at(), ZoneOffset.UTC);
    String answers =
        result.answers().entrySet().stream()
            .map(answer -> "`%s` %d".formatted(answer.getKey(), answer.getValue()))
            .collect(Collectors.joining(", "));
    return "**%s**: %s Struck %d times (a full run: %d) on %s, %s. Answers: %s.%s%s%s"
        .formatted(
            result.fault(),
            result.expectation(),
            result.rounds(),
            result.goal(),
            day,
            result.setting(),
            answers,
            dead(result),
            held(result),
            result.isKept() ? "" : " **Broken**: " + String.join("; ", result.breaches()) + ".");
  }

  private static String dead(FaultResult result) {
    Long millis = result.times().get("to dead");
    if (millis == null) {
      return "";
    }
    Long withWorkers = result.times().get("to dead while a worker ran");
    return " Dead-lettered %.1f s after the answer at most%s."
        .formatted(
            millis / 1000.0,
            withWorkers == null
                ? ""
                : ", and after %.1f s in which a worker ran".formatted(withWorkers / 1000.0));
  }

  private static String held(FaultResult result) {
    return result.footprints().isEmpty()
        ? ""
        : " Held at the end (and at the start): "
            + result.footprints().entrySet().stream()
                .map(service -> service.getKey() + " " + service.getValue())
                .collect(Collectors.joining("; "))
            + ".";
  }
}

package dev.warren.systemtests.faults.lab;

import dev.warren.systemtests.faults.ledger.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A worker's log, line by line: which tasks it began and which of them it finished. Each line has
 * the id of the task; its text, and so the token, stands in the line of its beginning.
 *
 * @param begun the tokens of tasks that it began
 * @param done what it finished
 * @param downs from where it says that a task ends its process to where the next process works
 */
record TaskLog(List<String> begun, List<Effect> done, List<Absence.Down> downs) {

  private static final String RECEIVED = " [x] Received ";
  private static final String DONE = " [x] Done";
  private static final String STARTED = "Started WorkerApplication";
  private static final String ENDS = "A task asks for the end of this process";

  /** No process works again before that; the other consumers' last lines come within it. */
  private static final Duration FASTEST_START = Duration.ofSeconds(1);

  /** Reads lines of the format {@code logstash}. A line that was cut off counts for nothing. */
  static TaskLog read(String worker, Stream<String> lines) {
    TaskLog log = new TaskLog(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<LogLine> telling =
        lines
            .filter(line -> Stream.of(RECEIVED, DONE, STARTED, ENDS).anyMatch(line::contains))
            .flatMap(line -> LogLine.parse(line).stream())
            .toList();
    Map<String, String> tokens = new HashMap<>();
    telling.forEach(line -> log.addTask(worker, line, tokens));
    log.addDowns(telling);
    return log;
  }

  /** The word at the beginning of a text, without the dots. */
  static String token(String text) {
    return text.replaceFirst("[. ].*", "");
  }

  private void addTask(String worker, LogLine line, Map<String, String> tokens) {
    if (line.message().startsWith(RECEIVED)) {
      String token = token(line.message().substring(RECEIVED.length()));
      tokens.put(line.task(), token);
      begun.add(token);
    } else if (line.message().equals(DONE)) {
      String token = tokens.getOrDefault(line.task(), line.task());
      done.add(new Effect(token, Effect.Kind.DONE, worker, line.at()));
    }
  }

  private void addDowns(List<LogLine> lines) {
    Instant from = null;
    for (LogLine line : lines) {
      if (line.message().equals(ENDS)) {
        from = from == null ? line.at() : from;
      } else if (from != null && !line.at().isBefore(from.plus(FASTEST_START))) {
        downs.add(new Absence.Down(from, line.at()));
        from = null;
      }
    }
    if (from != null) {
      downs.add(new Absence.Down(from, Instant.MAX));
    }
  }
}

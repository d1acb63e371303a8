package dev.warren.systemtests.fuzz;

import dev.warren.systemtests.suite.Mode;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./warren fuzz} was asked for.
 *
 * @param mode the way to run a suite of its own; the first that this machine can, if none is named
 * @param isRunning whether to take the suite that runs instead
 * @param seed what all cases are made of; a new one, if none is named
 * @param http which requests
 * @param amqp which messages
 */
record FuzzOptions(Mode mode, boolean isRunning, long seed, Cases http, Cases amqp) {

  /** As many as a full run has of each kind. */
  static final int FULL = 10_000;

  /** Cases from one number up to another, which is left out. */
  record Cases(int from, int to) {

    static final Cases NONE = new Cases(0, 0);

    static Cases first(int count) {
      return new Cases(0, count);
    }

    static Cases only(int number) {
      return new Cases(number, number + 1);
    }

    /** The same, in parts of at most so many. */
    List<Cases> inParts(int most) {
      return IntStream.iterate(from, start -> start < to, start -> start + most)
          .mapToObj(start -> new Cases(start, Math.min(start + most, to)))
          .toList();
    }
  }

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException with what is wrong with it
   */
  static FuzzOptions parse(List<String> arguments) {
    Draft draft = new Draft();
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      draft.take(rest.next(), rest);
    }
    return draft.finish();
  }

  private static final class Draft {

    private static final Pattern CASE = Pattern.compile("(http|amqp):(\\d{1,9})");

    private @Nullable Mode asked;
    private boolean isRunning;
    private long seed = new SplittableRandom().nextLong(1_000_000_000);
    private Cases http = Cases.first(FULL);
    private Cases amqp = Cases.first(FULL);

    void take(String argument, Iterator<String> rest) {
      switch (argument) {
        case "--local" -> asked = Mode.LOCAL;
        case "--docker" -> asked = Mode.DOCKER;
        case "--running" -> isRunning = true;
        case "--seed" -> seed = number(argument, rest);
        case "--http" -> http = Cases.first((int) number(argument, rest));
        case "--amqp" -> amqp = Cases.first((int) number(argument, rest));
        case "--case" -> only(rest.hasNext() ? rest.next() : "");
        default -> throw new IllegalArgumentException("fuzz takes no '" + argument + "'");
      }
    }

    private void only(String value) {
      Matcher matcher = CASE.matcher(value);
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "--case takes http:NUMBER or amqp:NUMBER, not '" + value + "'");
      }
      Cases one = Cases.only(Integer.parseInt(matcher.group(2)));
      http = matcher.group(1).equals("http") ? one : Cases.NONE;
      amqp = matcher.group(1).equals("amqp") ? one : Cases.NONE;
    }

    FuzzOptions finish() {
      Mode mode = asked == null && !isRunning ? Mode.available().get(0) : asked;
      return new FuzzOptions(mode == null ? Mode.LOCAL : mode, isRunning, seed, http, amqp);
    }

    private static long number(String option, Iterator<String> rest) {
      String value = rest.hasNext() ? rest.next() : "";
      if (!value.matches("\\d{1,9}")) {
        throw new IllegalArgumentException(option + " takes a number, not '" + value + "'");
      }
      return Long.parseLong(value);
    }
  }
}

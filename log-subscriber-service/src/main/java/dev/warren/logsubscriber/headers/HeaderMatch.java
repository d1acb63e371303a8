package dev.warren.logsubscriber.headers;

import dev.warren.messaging.web.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a binding's headers are combined. Unless the match is one {@code WITH_X}, headers whose names
 * begin with {@code x-} are not compared.
 *
 * @see <a href="https://www.rabbitmq.com/docs/exchanges#headers">Headers exchanges</a>
 */
enum HeaderMatch {
  /** Every header is there and equal. With no header to compare, every message matches. */
  ALL,
  /** At least one is. With no header to compare, no message matches. */
  ANY,
  /** Like {@link #ALL}, and {@code x-} headers count. */
  ALL_WITH_X,
  /** Like {@link #ANY}, and {@code x-} headers count. */
  ANY_WITH_X;

  /** The value of {@code x-match}. */
  String argument() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** By its {@code x-match} value; {@link #ALL}, as for the broker, if there is none. */
  static HeaderMatch of(@Nullable String argument) {
    if (argument == null) {
      return ALL;
    }
    return Arrays.stream(values())
        .filter(match -> match.argument().equals(argument))
        .findFirst()
        .orElseThrow(() -> ProblemException.invalid("match", "must be one of " + arguments()));
  }

  /** Refuses a binding that no message can match. */
  void requireSomething(Map<String, @Nullable Object> headers) {
    boolean any = this == ANY || this == ANY_WITH_X;
    boolean comparesNone =
        headers.isEmpty() || (this == ANY && headers.keySet().stream().allMatch(HeaderMatch::isX));
    if (any && comparesNone) {
      throw ProblemException.invalid("headers", "must name what " + argument() + " may match");
    }
  }

  private static boolean isX(String name) {
    return name.startsWith("x-");
  }

  private static String arguments() {
    return Arrays.stream(values()).map(HeaderMatch::argument).collect(Collectors.joining(", "));
  }
}

package dev.warren.producer.headers;

import dev.warren.messaging.web.FieldProblem;
import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.WireText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The headers that a headers exchange can route by, and no others: a header that means something to
 * the broker itself, or that it leaves out when it compares, is refused.
 *
 * @see <a href="https://www.rabbitmq.com/docs/exchanges#headers">Headers exchanges</a>
 * @see <a href="https://www.rabbitmq.com/docs/sender-selected">{@code CC} and {@code BCC}</a>
 */
final class RoutableHeaders {

  static final int MAX_COUNT = 32;

  private static final Set<String> RESERVED = Set.of("cc", "bcc");
  private static final String NOT_COMPARED = "x-";

  private RoutableHeaders() {}

  /**
   * Checks each name and value.
   *
   * @throws ProblemException naming each header that is wrong
   */
  static void check(Map<String, ? extends @Nullable Object> headers) {
    if (headers.size() > MAX_COUNT) {
      throw ProblemException.invalid("headers", "must be at most " + MAX_COUNT);
    }
    List<FieldProblem> problems = new ArrayList<>();
    headers.forEach(
        (name, value) -> {
          String complaint = complaint(name, value);
          if (complaint != null) {
            problems.add(new FieldProblem("headers." + name, complaint));
          }
        });
    if (!problems.isEmpty()) {
      throw ProblemException.invalid(problems);
    }
  }

  private static @Nullable String complaint(String name, @Nullable Object value) {
    if (name.isEmpty() || !WireText.isShort(name)) {
      return "must have a name of 1 to 255 bytes of UTF-8 without control characters";
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (RESERVED.contains(lower) || lower.startsWith(NOT_COMPARED)) {
      return "is a name that the broker keeps for itself";
    }
    if (value instanceof String text) {
      return WireText.isShort(text)
          ? null
          : "must be at most 255 bytes of UTF-8 without control characters";
    }
    boolean taken =
        value instanceof Boolean
            || value instanceof Integer
            || value instanceof Long
            || (value instanceof Double number && Double.isFinite(number));
    return taken ? null : "must be a text, a boolean, or a number of at most 64 bits";
  }
}

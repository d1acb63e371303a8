package dev.warren.logsubscriber.subscriptions;

import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.WireText;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a binding may carry. AMQP 0-9-1 gives a key or a header's name 255 bytes; the number of keys
 * and headers is our own bound.
 */
final class BindingLimits {

  static final int COUNT = 100;

  private BindingLimits() {}

  static void checkKeys(List<String> keys) {
    checkCount("bindingKeys", keys.size());
    for (int i = 0; i < keys.size(); i++) {
      checkText("bindingKeys." + i, keys.get(i));
    }
  }

  static void checkHeaders(Map<String, @Nullable Object> headers) {
    checkCount("headers", headers.size());
    headers.forEach(
        (name, value) -> {
          checkText("headers", name);
          checkName(name);
          checkValue("headers." + name, value);
        });
  }

  private static void checkName(String name) {
    if (name.isEmpty() || name.equals("x-match")) {
      throw ProblemException.invalid("headers", "must not have one named '" + name + "'");
    }
  }

  private static void checkValue(String field, @Nullable Object value) {
    if (value instanceof String text) {
      checkText(field, text);
    } else if (value != null && !(value instanceof Boolean || isSendable(value))) {
      throw ProblemException.invalid(field, "must be a string, a 64-bit number, a boolean or null");
    }
  }

  /** The broker reads no infinity: it ends the connection, and every queue of ours with it. */
  private static boolean isSendable(Object value) {
    return value instanceof Number number
        && !(value instanceof BigInteger)
        && Double.isFinite(number.doubleValue());
  }

  private static void checkCount(String field, int count) {
    if (count > COUNT) {
      throw ProblemException.invalid(field, "must have at most " + COUNT + " entries");
    }
  }

  private static void checkText(String field, String text) {
    if (!WireText.isShort(text)) {
      throw ProblemException.invalid(
          field, "must be at most 255 bytes of UTF-8 without control characters");
    }
  }
}

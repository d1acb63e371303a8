package dev.warren.logsubscriber.received;

import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Message headers as JSON can show them. A header table may be as large as a frame (128 KiB) and
 * nested as deeply as that allows, so what goes beyond {@value #BUDGET} characters or {@value
 * #DEPTH} levels is left out.
 */
final class HeaderView {

  static final int BUDGET = 8 * 1024;
  static final int DEPTH = 8;

  private static final int OVERHEAD = 16;

  private int budget = BUDGET;
  private boolean truncated;

  private HeaderView() {}

  static Headers of(Map<String, @Nullable Object> headers) {
    HeaderView view = new HeaderView();
    Map<String, @Nullable Object> values = view.table(headers, 0);
    return new Headers(values, BUDGET - view.budget, view.truncated);
  }

  private Map<String, @Nullable Object> table(Map<?, ?> table, int depth) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : table.entrySet()) {
      if (!room(depth)) {
        break;
      }
      copy.put(text(String.valueOf(entry.getKey())), value(entry.getValue(), depth + 1));
    }
    return copy;
  }

  private List<@Nullable Object> list(List<?> list, int depth) {
    List<@Nullable Object> copy = new ArrayList<>();
    for (Object item : list) {
      if (!room(depth)) {
        break;
      }
      copy.add(value(item, depth + 1));
    }
    return copy;
  }

  private @Nullable Object value(@Nullable Object value, int depth) {
    if (value == null || value instanceof Boolean || value instanceof Number) {
      return value;
    }
    if (value instanceof Map<?, ?> nested) {
      return table(nested, depth);
    }
    if (value instanceof List<?> nested) {
      return list(nested, depth);
    }
    if (value instanceof byte[] bytes) {
      int shown = Math.min(bytes.length, budget / 2 + 1);
      return text(HexFormat.of().formatHex(bytes, 0, shown));
    }
    return text(value instanceof Date date ? date.toInstant().toString() : value.toString());
  }

  private boolean room(int depth) {
    budget -= OVERHEAD;
    if (budget > 0 && depth < DEPTH) {
      return true;
    }
    truncated = true;
    return false;
  }

  private String text(String text) {
    String shown = Shortened.to(Math.max(0, budget), text);
    truncated |= shown.length() < text.length();
    budget -= shown.length();
    return shown;
  }

  /**
   * The outcome.
   *
   * @param values strings, numbers, booleans, nulls, and maps and lists of them
   * @param weight about how many characters they are
   * @param truncated something was left out
   */
  record Headers(Map<String, @Nullable Object> values, int weight, boolean truncated) {}
}

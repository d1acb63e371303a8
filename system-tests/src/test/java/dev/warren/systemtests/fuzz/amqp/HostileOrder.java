package dev.warren.systemtests.fuzz.amqp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.systemtests.fuzz.chance.Dice;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Events of orders that look right, with at most one field that is not. */
final class HostileOrder {

  private HostileOrder() {}

  /** A body that may be shipped, which its label tells. */
  static HostileBody any(Dice dice, String token) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("orderId", quoted(token));
    fields.put("item", quoted(token));
    fields.put("quantity", "1");
    fields.put("placedAt", quoted("2026-01-01T00:00:00Z"));
    fields.put("surprise", dice.pick("1", "null", "[[[]]]", quoted("a")));
    fields.put("word", quoted(token));
    boolean isSpoilt = !dice.oneIn(3);
    if (isSpoilt) {
      spoil(dice, fields);
    }
    return HostileBody.of(isSpoilt ? "a spoilt order" : ORDER, json(fields), true, true);
  }

  /** The label of an order that has to be shipped. */
  static final String ORDER = "an order";

  private static void spoil(Dice dice, Map<String, String> fields) {
    switch (dice.below(4)) {
      case 0 -> fields.remove(dice.pick("orderId", "item", "quantity", "placedAt"));
      case 1 ->
          fields.put(
              "quantity", dice.pick("0", "-1", "1e99", "null", "[]", "99999999999", "\"x\""));
      case 2 -> fields.put("placedAt", dice.pick("null", "\"soon\"", "[]", "\"2026-13-45\"", "{}"));
      default ->
          fields.put(
              dice.pick("orderId", "item"),
              dice.pick(
                  "null",
                  "\"\"",
                  "[]",
                  "{}",
                  quoted("x".repeat(dice.between(201, 5_000))),
                  "[".repeat(dice.between(501, 9_000))));
    }
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static byte[] json(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> quoted(field.getKey()) + ":" + field.getValue())
        .collect(Collectors.joining(",", "{", "}"))
        .getBytes(UTF_8);
  }
}

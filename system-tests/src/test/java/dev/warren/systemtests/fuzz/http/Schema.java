package dev.warren.systemtests.fuzz.http;

import dev.warren.systemtests.fuzz.chance.Dice;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What a value is like, as far as it takes to make one that is taken, or nearly.
 *
 * @param type as JSON Schema names it
 * @param fields those of an object; of an array, the fields of its items
 */
record Schema(String type, Map<String, Schema> fields) {

  static final Schema TEXT = new Schema("string", Map.of());

  /** A value of this kind. */
  HostileJson example(Dice dice, String token) {
    Map<String, String> values = new LinkedHashMap<>();
    fields.forEach(
        (name, schema) -> {
          if (!dice.oneIn(4)) {
            values.put(name, schema.json(dice, token));
          }
        });
    return new HostileJson(type.equals("array"), values);
  }

  private String json(Dice dice, String token) {
    return switch (type) {
      case "integer", "number" -> dice.pick("1", "0", "7");
      case "boolean" -> dice.pick("true", "false");
      case "array" -> "[\"" + token + "\"]";
      case "object" -> map(dice, token);
      default -> '"' + dice.pick(token, "info", "all", "headers") + '"';
    };
  }

  /** Some entries, each with a value that it may have, or with any. */
  private static String map(Dice dice, String token) {
    StringJoiner entries = new StringJoiner(",", "{", "}");
    for (int i = dice.between(1, 3); i > 0; i--) {
      String value = dice.oneIn(2) ? "\"1\"" : HostileJson.value(dice);
      entries.add("\"" + token + i + "\":" + value);
    }
    return entries.toString();
  }

  String parameter(Dice dice, String token) {
    return switch (type) {
      case "integer", "number" -> dice.pick("1", "0", "10", "1000");
      case "boolean" -> dice.pick("true", "false");
      default -> dice.pick(token, "task_queue.dlq", "5s", "succeeded", "fanout", "");
    };
  }
}

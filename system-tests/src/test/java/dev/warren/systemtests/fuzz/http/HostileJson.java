package dev.warren.systemtests.fuzz.http;

import dev.warren.systemtests.fuzz.chance.Dice;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An object of JSON, or an array of such, whose values are whatever stands there.
 *
 * @param array whether it is in an array
 * @param fields its fields, each with a text that need not be JSON
 */
record HostileJson(boolean array, Map<String, String> fields) {

  private static final int KIB = 1024;

  /** With another value in the place of one that it has, or of none. */
  HostileJson spoilt(Dice dice) {
    String name = fields.isEmpty() ? "text" : dice.pick(fields.keySet().toArray(String[]::new));
    return with(name, value(dice));
  }

  HostileJson with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(fields);
    changed.put(name, value);
    return new HostileJson(array, changed);
  }

  HostileJson without(String name) {
    Map<String, String> changed = new LinkedHashMap<>(fields);
    changed.remove(name);
    return new HostileJson(array, changed);
  }

  /** A value that no field should have. */
  static String value(Dice dice) {
    return dice.oneIn(3) ? text(dice) : other(dice);
  }

  private static String other(Dice dice) {
    return dice.pick(
        "null",
        "true",
        "-1",
        "0.5",
        "1e999",
        "-0",
        "NaN",
        "0x1f",
        "9".repeat(dice.between(10, 5_000)),
        "1e" + "9".repeat(dice.between(1, 400)),
        "[]",
        "{}",
        "[1,\"a\",null,{}]",
        "[" + "1,".repeat(dice.between(1, 10_000)) + "1]",
        nested("[", "]", dice.between(501, 20_000)),
        nested("{\"a\":", "}", dice.between(501, 5_000)).replace(":}", ":1}"),
        "{\"text\":{\"text\":{}}}",
        dice.word(5));
  }

  private static String text(Dice dice) {
    return '"'
        + dice.pick(
            "",
            " ",
            "\\u0000",
            "a\\r\\nX-Injected: yes",
            "a\r\nX-Injected: yes",
            "\u0001\u0002",
            "\\ud800",
            "\\udc00\\ud800",
            "\\u202e\\u2028",
            "\\x",
            "x".repeat(dice.between(200, 70 * KIB)),
            "\\u00e4".repeat(dice.between(100, 9_000)),
            "../../../../etc/passwd",
            "${jndi:ldap://127.0.0.1/a}",
            "' or 1=1 --",
            "2026-13-45T99:99:99Z",
            "amq.rabbitmq.reply-to",
            "#.*.#",
            "unterminated")
        + (dice.oneIn(20) ? "" : '"');
  }

  static String nested(String open, String close, int depth) {
    return open.repeat(depth) + close.repeat(depth);
  }

  @Override
  public String toString() {
    String object =
        fields.entrySet().stream()
            .map(field -> '"' + field.getKey() + "\":" + field.getValue())
            .collect(Collectors.joining(",", "{", "}"));
    return array ? "[" + object + "," + object + "]" : object;
  }
}

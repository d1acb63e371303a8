package dev.warren.systemtests.fuzz.http;

import dev.warren.systemtests.fuzz.chance.Dice;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** Bodies of JSON, or almost, that say what they should not. */
final class BodyTwists {

  private static final int KIB = 1024;
  private static final String JSON = "application/json";

  private BodyTwists() {}

  static List<Twist> all() {
    return List.of(
        new Twist("a field spoilt", (draft, dice) -> set(draft, json(draft).spoilt(dice))),
        new Twist(
            "two fields spoilt",
            (draft, dice) -> set(draft, json(draft).spoilt(dice).spoilt(dice))),
        new Twist("a field missing", BodyTwists::leaveOut),
        new Twist(
            "an unknown field",
            (draft, dice) -> set(draft, json(draft).with(name(dice), HostileJson.value(dice)))),
        new Twist("a key twice", BodyTwists::repeat),
        new Twist("anything as a body", (draft, dice) -> set(draft, HostileJson.value(dice))),
        new Twist("deep nesting", BodyTwists::nest),
        new Twist("JSON cut off", BodyTwists::cut),
        new Twist("something behind", (draft, dice) -> set(draft, json(draft) + " " + name(dice))),
        new Twist("much white space", BodyTwists::pad),
        new Twist("many fields", BodyTwists::widen),
        new Twist("a large body", BodyTwists::swell));
  }

  private static HostileJson json(Draft draft) {
    return draft.json().orElseGet(() -> new HostileJson(false, Map.of("text", "\"a\"")));
  }

  private static void set(Draft draft, Object json) {
    draft.body(JSON, json);
  }

  private static String name(Dice dice) {
    return dice.pick(
        "surprise",
        "__proto__",
        "class",
        "@type",
        "a\\r\\nX-Injected: yes",
        "\\u0000",
        "",
        "k".repeat(dice.between(1, 9_000)),
        "text ",
        "TEXT");
  }

  private static void leaveOut(Draft draft, Dice dice) {
    HostileJson json = json(draft);
    List<String> names = List.copyOf(json.fields().keySet());
    set(draft, names.isEmpty() ? json : json.without(dice.pick(names)));
  }

  private static void repeat(Draft draft, Dice dice) {
    String once = json(draft).toString();
    String again = "\"text\":" + HostileJson.value(dice);
    set(draft, once.replaceFirst("\\{", "{" + Matcher.quoteReplacement(again) + ","));
  }

  private static void nest(Draft draft, Dice dice) {
    int depth = dice.between(501, 8_000);
    set(draft, HostileJson.nested("[", "]", depth));
    if (dice.oneIn(2)) {
      set(draft, "{\"text\":" + "[{\"a\":".repeat(depth) + "1" + "}]".repeat(depth) + "}");
    }
  }

  private static void cut(Draft draft, Dice dice) {
    String whole = json(draft).toString();
    set(draft, whole.substring(0, dice.below(whole.length())));
  }

  private static void pad(Draft draft, Dice dice) {
    set(draft, dice.pick(" ", "\n", "\t").repeat(dice.between(1, 80 * KIB)) + json(draft));
  }

  private static void widen(Draft draft, Dice dice) {
    StringBuilder fields = new StringBuilder("{");
    int count = dice.between(100, 3_000);
    for (int i = 0; i < count; i++) {
      fields.append("\"f").append(i).append("\":").append(i).append(',');
    }
    set(draft, fields.append("\"text\":\"a\"}"));
  }

  /** Beyond what any path takes, now and then. */
  private static void swell(Draft draft, Dice dice) {
    int size = dice.oneIn(4) ? dice.between(1025 * KIB, 2048 * KIB) : dice.between(60, 70) * KIB;
    set(draft, "{\"text\":\"" + "x".repeat(size) + "\"}");
    draft.framing(dice.pick(Framing.LENGTH, Framing.CHUNKED));
  }
}

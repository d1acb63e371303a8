package dev.warren.systemtests.fuzz.http;

import dev.warren.systemtests.fuzz.chance.Dice;
import java.util.List;

/** Methods that a path does not have, and bodies that do not end as they say. */
final class ProtocolTwists {

  private static final int KIB = 1024;

  private ProtocolTwists() {}

  static List<Twist> all() {
    return List.of(
        new Twist("another method", ProtocolTwists::method),
        new Twist("another framing", ProtocolTwists::framing),
        new Twist("chunks over the limit", ProtocolTwists::flood));
  }

  private static void method(Draft draft, Dice dice) {
    draft.method(
        dice.pick(
            "GET",
            "POST",
            "PUT",
            "PATCH",
            "DELETE",
            "OPTIONS",
            "HEAD",
            "TRACE",
            "CONNECT",
            "PROPFIND",
            "post",
            "G\u0000T",
            "GET\t",
            "\u00e4",
            "M".repeat(dice.between(20, 9_000))));
  }

  private static void framing(Draft draft, Dice dice) {
    if (draft.body().length == 0) {
      draft.body("application/json", "{\"text\":\"a\"}");
    }
    draft.framing(dice.pick(Framing.values()));
  }

  private static void flood(Draft draft, Dice dice) {
    draft.body(
        dice.pick("application/json", "text/plain", "application/x-ndjson"),
        dice.pick("x", "[", "\"", "a\n", "{\"text\":\"a\"}\n").repeat(dice.between(66, 300) * KIB));
    draft.framing(Framing.CHUNKED);
  }
}

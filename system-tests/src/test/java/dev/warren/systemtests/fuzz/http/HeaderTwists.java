package dev.warren.systemtests.fuzz.http;

import dev.warren.systemtests.fuzz.chance.Dice;
import java.util.List;

/** Headers with values that nobody sends. */
final class HeaderTwists {

  private static final String[] NAMES = {
    "Idempotency-Key",
    "Last-Event-ID",
    "Accept",
    "Accept-Encoding",
    "Accept-Language",
    "Range",
    "If-None-Match",
    "If-Modified-Since",
    "Origin",
    "Referer",
    "Cookie",
    "Authorization",
    "X-API-Key",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-HTTP-Method-Override",
    "Forwarded",
    "Expect",
    "Upgrade",
    "traceparent",
    "tracestate",
    "Content-Language",
    "Content-Disposition",
    "Transfer-Encoding",
    "Host"
  };

  private static final String[] VALUES = {
    "",
    "\"",
    "\"\"",
    "\"a\\",
    "-1",
    "99999999999999999999",
    "1-99999999999",
    "bytes=0-0,1-1,-1",
    "bytes=9999999999999999999-",
    "a\u0000b",
    "a\r\n folded",
    "\u00ff\u00fe",
    "*/*;q=NaN",
    "*/*;q=1.0000",
    "application/json;q=0",
    "text/event-stream, nonsense, ,,",
    "////",
    "http://evil.example",
    "null",
    "DELETE",
    "h2c",
    "100-continue",
    "200-maybe",
    "Bearer a.b.c",
    "Basic ====",
    "for=\"[::1]:x\";host=a\"b",
    "Thu, 32 Foo 9999 99:99:99 GMT",
    "00-ffffffffffffffffffffffffffffffff-0000000000000000-zz",
    "$Version=1; a=\"",
    "x; y=z; y=z",
    "${jndi:ldap://127.0.0.1/a}"
  };

  private HeaderTwists() {}

  static List<Twist> all() {
    return List.of(
        new Twist("an absurd header", HeaderTwists::absurd),
        new Twist("absurd headers", HeaderTwists::several),
        new Twist("a key of the caller's", HeaderTwists::key),
        new Twist("a long header", HeaderTwists::tooLong),
        new Twist("many headers", HeaderTwists::many),
        new Twist("a line that is no header", HeaderTwists::malformed));
  }

  private static void absurd(Draft draft, Dice dice) {
    draft.header(dice.pick(NAMES) + ": " + dice.pick(VALUES));
  }

  private static void several(Draft draft, Dice dice) {
    for (int i = dice.between(2, 6); i > 0; i--) {
      absurd(draft, dice);
    }
  }

  private static void key(Draft draft, Dice dice) {
    draft.header("Idempotency-Key: " + dice.pick(dice.word(20), "k", "\"k\"", dice.word(300)));
  }

  private static void tooLong(Draft draft, Dice dice) {
    draft.header(dice.pick(NAMES) + ": " + "v".repeat(dice.between(3_000, 100_000)));
  }

  private static void many(Draft draft, Dice dice) {
    int count = dice.between(50, 500);
    for (int i = 0; i < count; i++) {
      draft.header("X-" + i + ": " + i);
    }
  }

  private static void malformed(Draft draft, Dice dice) {
    draft.header(
        dice.pick(
            "no colon",
            ": no name",
            "with space : a",
            "\u00e4: a",
            "a\u0000: b",
            "Content-Length: 1, 2",
            "Content-Length: +1",
            "Host: a\r\nHost: b",
            "Host: ",
            "Host: [::1",
            "Host: a b"));
  }
}

package dev.warren.systemtests.fuzz.http;

import dev.warren.systemtests.fuzz.chance.Dice;
import java.util.List;

/** Paths and queries that try to get elsewhere, or to be read in two ways. */
final class TargetTwists {

  private static final String[] SEGMENTS = {
    "..;/",
    "../",
    "%2e%2e/",
    "%2e%2e%2f",
    "..%5c",
    "..%c0%af",
    "//",
    "./",
    "%2f",
    "%00",
    "%0d%0aX-Injected:%20yes",
    ";a=b/",
    ";jsessionid=1",
    "%",
    "%zz",
    "%u0041",
    "%252e%252e/",
    "\\",
    "|",
    "\u00e4",
    "{id}",
    "\t",
    "*"
  };

  private static final String[] VALUES = {
    "-1",
    "1.5",
    "99999999999999999999999",
    "%00",
    "%0d%0aX-Injected:%20yes",
    "%",
    "%zz",
    "%c3%28",
    "%ed%a0%80",
    "[]",
    "'",
    "true",
    "P1D",
    "-5s",
    "9999999999d",
    "1e9s",
    "NaN",
    "../../etc/passwd",
    "$%7B7*7%7D",
    "amq.rabbitmq.trace",
    "task_queue",
    ""
  };

  private TargetTwists() {}

  static List<Twist> all() {
    return List.of(
        new Twist("a trick in the path", TargetTwists::trick),
        new Twist("a trick for an id", TargetTwists::id),
        new Twist("a path that is elsewhere", TargetTwists::elsewhere),
        new Twist("a long path", (draft, dice) -> append(draft, "/" + "p".repeat(size(dice)))),
        new Twist("a bad parameter", TargetTwists::parameter),
        new Twist("a parameter twice", TargetTwists::twice),
        new Twist(
            "a long query", (draft, dice) -> append(draft, "?limit=" + "1".repeat(size(dice)))),
        new Twist("many parameters", (draft, dice) -> append(draft, "?" + "a=b&".repeat(900))));
  }

  private static int size(Dice dice) {
    return dice.between(100, 20_000);
  }

  private static void append(Draft draft, String more) {
    draft.target(draft.target() + more);
  }

  private static void trick(Draft draft, Dice dice) {
    String target = draft.target();
    int at = dice.between(0, target.length());
    draft.target(target.substring(0, at) + dice.pick(SEGMENTS) + target.substring(at));
  }

  private static void id(Draft draft, Dice dice) {
    String path = draft.target().replaceAll("\\?.*", "");
    int last = path.lastIndexOf('/');
    draft.target(path.substring(0, last + 1) + dice.pick(SEGMENTS) + dice.pick(VALUES));
  }

  private static void elsewhere(Draft draft, Dice dice) {
    draft.target(
        dice.pick(
            "/",
            "*",
            "/error",
            "/actuator/env",
            "/actuator/heapdump",
            "/actuator/shutdown",
            "/actuator/..;/env",
            "/api",
            "/api/",
            "/v3/api-docs/../../etc/passwd",
            "/swagger-ui/..%2f..%2fapplication.yaml",
            "/WEB-INF/web.xml",
            "/api/tasks/",
            "/API/TASKS",
            "/api/tasks.json",
            "http://example.com/api/tasks",
            "//example.com/api/tasks",
            "/api/tasks#fragment",
            "api/tasks"));
  }

  private static void parameter(Draft draft, Dice dice) {
    String name =
        dice.pick(
            "limit",
            "after",
            "queue",
            "reason",
            "state",
            "timeout",
            "confirm",
            "orderId",
            "subscription",
            "pattern",
            "%00",
            "a".repeat(dice.between(1, 2_000)));
    append(draft, (draft.target().contains("?") ? "&" : "?") + name + "=" + dice.pick(VALUES));
  }

  private static void twice(Draft draft, Dice dice) {
    String name = dice.pick("limit", "queue", "state", "timeout");
    append(draft, "?" + name + "=1&" + name + "=" + dice.pick(VALUES));
  }
}

package dev.warren.systemtests.faults.lab;

import dev.warren.systemtests.suite.Mode;
import dev.warren.systemtests.suite.RunningSuite;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How much there is in queues, as the broker says, which counts anew every five seconds. */
final class Queues {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Queues() {}

  /** Ready or in hand, in all queues whose names are meant. */
  static int messages(RunningSuite suite, Predicate<String> meant) {
    return notEmpty(suite, meant).values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Those queues that have any, with their number. */
  static Map<String, Integer> notEmpty(RunningSuite suite, Predicate<String> meant) {
    Map<String, Integer> found = new TreeMap<>();
    for (JsonNode queue : all(suite)) {
      String name = queue.path("name").asString("");
      int messages = queue.path("messages").asInt(1); // untold: perhaps there are some
      if (meant.test(name) && messages > 0) {
        found.put(name, messages);
      }
    }
    return found;
  }

  private static JsonNode all(RunningSuite suite) {
    if (suite.mode() == Mode.CLUSTER) {
      return JSON.readTree(
          suite
              .brokerNode()
              .control("-q", "list_queues", "name", "messages", "--formatter", "json")
              .output());
    }
    return suite.broker().management().get("/api/queues/%2F").json();
  }
}

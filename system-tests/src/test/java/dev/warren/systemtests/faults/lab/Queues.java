package dev.warren.systemtests.faults.lab;

import dev.warren.systemtests.suite.Broker;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** How much there is in queues, as the broker says, which counts anew every five seconds. */
final class Queues {

  private Queues() {}

  /** Ready or in hand, in all queues whose names are meant. */
  static int messages(Broker broker, Predicate<String> meant) {
    JsonNode queues = broker.management().get("/api/queues/%2F").json();
    return queues
        .valueStream()
        .filter(queue -> meant.test(queue.path("name").asString("")))
        .mapToInt(queue -> queue.path("messages").asInt(1))
        .sum();
  }
}

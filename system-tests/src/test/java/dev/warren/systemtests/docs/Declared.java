package dev.warren.systemtests.docs;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A queue or exchange.
 *
 * @param name its name
 * @param type {@code queue}, or the exchange's type
 * @param durable whether it outlives the broker's restart
 * @param autoDelete whether it goes with its last user
 */
record Declared(String name, String type, boolean durable, boolean autoDelete) {

  /** From RabbitMQ's JSON, of its management API or of definitions. */
  static Declared queue(JsonNode queue) {
    return of(queue, "queue");
  }

  static Declared exchange(JsonNode exchange) {
    return of(exchange, exchange.get("type").stringValue());
  }

  private static Declared of(JsonNode node, String type) {
    return new Declared(
        node.get("name").stringValue(),
        type,
        node.get("durable").booleanValue(),
        node.get("auto_delete").booleanValue());
  }

  /** All of a list but what the broker or the server names, or a connection takes with it. */
  static Set<JsonNode> lasting(JsonNode list) {
    Predicate<JsonNode> ours =
        node ->
            !node.get("name").stringValue().matches("|amq\\..*")
                && !node.path("exclusive").booleanValue(false);
    return list.valueStream().filter(ours).collect(Collectors.toSet());
  }
}

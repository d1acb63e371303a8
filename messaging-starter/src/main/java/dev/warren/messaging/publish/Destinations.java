package dev.warren.messaging.publish;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names for where a message goes that are few, whatever the routing keys: an exchange or, of the
 * default exchange, a queue, if this service declares it; {@value #OTHER} for everything else, such
 * as the address of an RPC client.
 */
record Destinations(Set<String> exchanges, Set<String> queues) {

  static final String OTHER = "other";

  private static final String DEFAULT_EXCHANGE = "";

  Destinations {
    exchanges = Set.copyOf(exchanges);
    queues = Set.copyOf(queues);
  }

  String of(String exchange, String routingKey) {
    if (exchange.equals(DEFAULT_EXCHANGE)) {
      return queues.contains(routingKey) ? routingKey : OTHER;
    }
    return exchanges.contains(exchange) ? exchange : OTHER;
  }

  /** All names that {@link #of} can give. */
  Set<String> all() {
    Set<String> all = new HashSet<>(Set.of(OTHER));
    Stream.concat(exchanges.stream(), queues.stream()).forEach(all::add);
    return all;
  }
}

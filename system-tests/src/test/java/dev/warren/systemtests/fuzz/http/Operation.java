package dev.warren.systemtests.fuzz.http;

import dev.warren.systemtests.fuzz.chance.Dice;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What may be asked of a service, as it describes it itself.
 *
 * @param service where it is asked
 * @param method the method
 * @param path the path, with its variables in braces
 * @param parameters those of the query, by name, with the type that each has
 * @param bodies the schema of each media type that it takes; nothing if it takes no body
 */
record Operation(
    URI service,
    String method,
    String path,
    Map<String, Schema> parameters,
    Map<String, Schema> bodies) {

  private static final String MANAGEMENT = "/actuator";

  /** What there is on the port of health and metrics, which does not describe itself. */
  static Stream<Operation> ofManagement(URI service) {
    return Stream.of("", "/health", "/health/liveness", "/health/readiness", "/prometheus")
        .map(path -> new Operation(service, "GET", MANAGEMENT + path, Map.of(), Map.of()));
  }

  /** Whether it is of the port of health and metrics, whose refusals are Spring Boot's own. */
  boolean isManagement() {
    return path.startsWith(MANAGEMENT);
  }

  /** A request that is as it should be, or nearly: to be twisted. */
  Draft draft(Dice dice, String token) {
    Draft draft = new Draft(method, fill(dice, token) + query(dice, token));
    if (!bodies.isEmpty()) {
      String mediaType = dice.pick(List.copyOf(bodies.keySet()));
      Schema schema = bodies.getOrDefault(mediaType, Schema.TEXT);
      if (mediaType.contains("json")) {
        HostileJson json = schema.example(dice, token);
        draft.json(json);
        draft.body(mediaType, json);
      } else {
        draft.body(mediaType, token);
      }
    }
    return draft;
  }

  private String fill(Dice dice, String token) {
    return path.replaceAll(
        "\\{[^}]+}", dice.pick("30", "0", token, "00000000-0000-0000-0000-000000000000"));
  }

  private String query(Dice dice, String token) {
    StringBuilder query = new StringBuilder();
    parameters.forEach(
        (name, schema) -> {
          if (dice.oneIn(2)) {
            query.append(query.isEmpty() ? '?' : '&').append(name).append('=');
            query.append(schema.parameter(dice, token));
          }
        });
    return query.toString();
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}

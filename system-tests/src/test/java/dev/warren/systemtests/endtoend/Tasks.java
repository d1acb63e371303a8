package dev.warren.systemtests.endtoend;

import dev.warren.systemtests.suite.Answer;
import dev.warren.systemtests.suite.RestClient;
import dev.warren.systemtests.suite.Seen;
import tools.jackson.databind.JsonNode;

/** Tasks as {@code GET /api/tasks} tells of them. */
final class Tasks {

  private Tasks() {}

  /** The id that a 202 gave. */
  static String id(Answer accepted) {
    return accepted.json().get("id").stringValue();
  }

  static JsonNode get(RestClient producer, String id) {
    return producer.get("/api/tasks/" + id).json();
  }

  static void awaitState(RestClient producer, String id, String state) {
    Seen.eventually(
        "task " + id + " is " + state,
        () -> get(producer, id).get("state").stringValue().equals(state));
  }

  /** Waits until a task has succeeded, as this producer tells. */
  static JsonNode awaitDone(RestClient producer, String id) {
    awaitState(producer, id, "succeeded");
    return get(producer, id);
  }
}

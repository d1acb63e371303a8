package dev.warren.systemtests.faults.lab;

import dev.warren.systemtests.faults.ledger.Answered;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the producer answered, read strictly: only what says that nobody knows leaves it open
 * whether a task was kept.
 *
 * @param answered what it says of the tasks that have no outcome of their own
 * @param detail the status, and the type of the problem
 * @param body the body
 */
record Reply(Answered answered, String detail, String body) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PROBLEM = "urn:warren:problem:";

  static Reply of(int status, String body) {
    if (status == 202) {
      return new Reply(Answered.ACKNOWLEDGED, "202", body);
    }
    String problem = read(body).path("type").asString("").replace(PROBLEM, "");
    boolean says = !problem.isEmpty() && !problem.equals("internal");
    Answered answered = says ? answeredBy(problem) : Answered.UNKNOWN;
    return new Reply(answered, (status + " " + problem).strip(), body);
  }

  /** What an outcome or a type of problem says. */
  static Answered answeredBy(String outcome) {
    return switch (outcome) {
      case "confirmed" -> Answered.ACKNOWLEDGED;
      case "unconfirmed" -> Answered.UNKNOWN;
      default -> Answered.FAILED;
    };
  }

  /** The outcomes of the items of a bulk, in their order; nothing unless it tells them. */
  List<String> itemOutcomes() {
    return read(body)
        .path("items")
        .valueStream()
        .map(item -> item.path("outcome").asString(""))
        .toList();
  }

  private static JsonNode read(String body) {
    try {
      return body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
    } catch (JacksonException e) {
      return JSON.createObjectNode(); // a page of whoever stands between
    }
  }
}

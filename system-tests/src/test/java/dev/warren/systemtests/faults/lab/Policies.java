package dev.warren.systemtests.faults.lab;

import dev.warren.systemtests.suite.RunningSuite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A policy that comes before the suite's own, and keeps what that says. */
public final class Policies {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String NAME = "fault-lab";

  private Policies() {}

  /** Gives a queue a length at which it refuses more. */
  public static void limit(RunningSuite suite, String queue, int length) {
    JsonNode known =
        suite
            .broker()
            .management()
            .get("/api/queues/%2F/" + queue)
            .json()
            .path("effective_policy_definition");
    ObjectNode definition = JSON.createObjectNode();
    known.properties().forEach(entry -> definition.set(entry.getKey(), entry.getValue()));
    definition.put("max-length", length).put("overflow", "reject-publish");
    String pattern = "^" + queue.replace(".", "\\.") + "$";
    suite
        .brokerNode()
        .control(
            "set_policy",
            "--apply-to",
            "queues",
            "--priority",
            "10",
            NAME,
            pattern,
            JSON.writeValueAsString(definition));
  }

  /** Takes the policy away; no matter whether it is there. */
  public static void clear(RunningSuite suite) {
    boolean isThere = suite.broker().management().get("/api/policies/%2F/" + NAME).status() == 200;
    if (isThere) {
      suite.brokerNode().control("clear_policy", NAME);
    }
  }
}

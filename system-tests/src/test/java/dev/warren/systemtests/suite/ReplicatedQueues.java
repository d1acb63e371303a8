package dev.warren.systemtests.suite;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Quorum queues and streams, as the broker's nodes share them. The log receivers' queues are
 * classic and go with their owner.
 */
public final class ReplicatedQueues {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ReplicatedQueues() {}

  /** All, each with its {@code name}, {@code leader}, {@code members} and who is {@code online}. */
  public static List<JsonNode> of(RunningSuite suite) {
    String queues =
        suite
            .brokerNode()
            .control(
                "-q",
                "list_queues",
                "name",
                "type",
                "leader",
                "members",
                "online",
                "--formatter",
                "json")
            .output();
    return JSON.readTree(queues)
        .valueStream()
        .filter(queue -> !queue.get("type").stringValue().equals("classic"))
        .toList();
  }

  /** The node that leads one of them. */
  public static BrokerContainer leader(RunningSuite suite, String queue) {
    return of(suite).stream()
        .filter(candidate -> candidate.get("name").stringValue().equals(queue))
        .map(candidate -> suite.brokerNode(candidate.get("leader").stringValue()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no queue " + queue));
  }

  /** Whether all replicas of each are up. */
  public static boolean areComplete(RunningSuite suite) {
    return of(suite).stream()
        .allMatch(queue -> queue.get("online").size() == queue.get("members").size());
  }
}

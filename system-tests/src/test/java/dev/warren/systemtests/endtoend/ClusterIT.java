package dev.warren.systemtests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.systemtests.suite.Answer;
import dev.warren.systemtests.suite.BrokerNode;
import dev.warren.systemtests.suite.Mode;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.Seen;
import dev.warren.systemtests.suite.SystemTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Three nodes of the broker, any one of which may go. */
@SystemTest(Mode.CLUSTER)
class ClusterIT {

  private static final int NODES = 3;
  private static final int BEFORE = 50;
  private static final int IN_ALL = 200;
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RunningSuite suite;

  ClusterIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void everyQueueThatLastsHasAReplicaOnEachNode() {
    assertThat(replicated())
        .extracting(queue -> queue.get("name").stringValue())
        .contains("hello", "task_queue", "task_queue.dlq", "rpc_queue", "worker.orders")
        .contains("task_events");
    assertThat(replicated())
        .allSatisfy(queue -> assertThat(queue.get("members")).as("%s", queue).hasSize(NODES));
  }

  @Test
  void tasksThatWereAcceptedAreDoneThoughTheNodeThatLeadsTheirQueueIsKilled() {
    BrokerNode leader = suite.brokerNode(leaderOf("task_queue"));
    List<String> accepted = new ArrayList<>();
    accept(accepted, BEFORE);
    CompletableFuture<Void> kill = CompletableFuture.runAsync(leader::kill);
    try {
      accept(accepted, IN_ALL);
      kill.join();
      everybodyGoesOn();
    } finally {
      leader.start();
    }

    assertThat(accepted).allSatisfy(id -> Tasks.awaitDone(suite.producer(), id));
    await("every queue has all replicas again")
        .atMost(LIMIT)
        .ignoreExceptions()
        .until(this::areComplete);
  }

  /** Sends one task after another until so many were accepted; some may be refused meanwhile. */
  private void accept(List<String> accepted, int count) {
    await(count + " tasks are accepted")
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(1))
        .until(
            () -> {
              Answer answer = suite.producer().postText("/api/tasks", Seen.uniqueText("Kept"));
              if (answer.status() == 202) {
                accepted.add(Tasks.id(answer));
              }
              return accepted.size() >= count;
            });
  }

  private void everybodyGoesOn() {
    Seen.eventually(
        "a number is computed", () -> suite.producer().get("/api/fib/30").status() == 200);
    Stream.of("producer", "worker", "log-subscriber", "rpc-fib")
        .flatMap(service -> suite.replicas(service).stream())
        .forEach(
            replica ->
                Seen.eventually(
                    replica.url() + " is ready", () -> replica.get("/readyz").status() == 200));
  }

  private String leaderOf(String queue) {
    return replicated().stream()
        .filter(candidate -> candidate.get("name").stringValue().equals(queue))
        .map(candidate -> candidate.get("leader").stringValue())
        .findFirst()
        .orElseThrow();
  }

  private boolean areComplete() {
    return replicated().stream().allMatch(queue -> queue.get("online").size() == NODES);
  }

  /** Quorum queues and streams. The log receivers' queues are classic and go with their owner. */
  private List<JsonNode> replicated() {
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
}

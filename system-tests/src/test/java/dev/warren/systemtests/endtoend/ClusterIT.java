package dev.warren.systemtests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.systemtests.suite.Answer;
import dev.warren.systemtests.suite.BrokerNode;
import dev.warren.systemtests.suite.Mode;
import dev.warren.systemtests.suite.ReplicatedQueues;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.Seen;
import dev.warren.systemtests.suite.SystemTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Three nodes of the broker, any one of which may go. */
@SystemTest(Mode.CLUSTER)
class ClusterIT {

  private static final int NODES = 3;
  private static final int BEFORE = 50;
  private static final int IN_ALL = 200;
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final RunningSuite suite;

  ClusterIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void everyQueueThatLastsHasAReplicaOnEachNode() {
    assertThat(ReplicatedQueues.of(suite))
        .extracting(queue -> queue.get("name").stringValue())
        .contains("hello", "task_queue", "task_queue.dlq", "rpc_queue", "worker.orders")
        .contains("task_events");
    assertThat(ReplicatedQueues.of(suite))
        .allSatisfy(queue -> assertThat(queue.get("members")).as("%s", queue).hasSize(NODES));
  }

  @Test
  void tasksThatWereAcceptedAreDoneThoughTheNodeThatLeadsTheirQueueIsKilled() {
    BrokerNode leader = ReplicatedQueues.leader(suite, "task_queue");
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
        .until(() -> ReplicatedQueues.areComplete(suite));
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
}

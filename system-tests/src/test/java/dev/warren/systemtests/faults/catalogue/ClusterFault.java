package dev.warren.systemtests.faults.catalogue;

import static org.awaitility.Awaitility.await;

import dev.warren.contracts.WorkQueue;
import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.faults.lab.TaskFault;
import dev.warren.systemtests.suite.BrokerContainer;
import dev.warren.systemtests.suite.Mode;
import dev.warren.systemtests.suite.ReplicatedQueues;
import java.time.Duration;

/** Something that happens to one or two of the broker's three nodes. */
abstract class ClusterFault extends TaskFault {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Override
  public final boolean isPossible(Mode mode) {
    return mode == Mode.CLUSTER;
  }

  @Override
  protected int duplicatesOfARound() {
    return workers() * Lab.CONSUMERS * Lab.PREFETCH;
  }

  /** The node that leads the work queue at this moment. */
  static BrokerContainer leader(Lab lab) {
    return ReplicatedQueues.leader(lab.suite(), WorkQueue.QUEUE);
  }

  /** Returns when every queue has its three replicas: before that a node must not go again. */
  static void awaitReplicas(Lab lab) {
    await("every queue has all replicas")
        .atMost(LIMIT)
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptions()
        .until(() -> ReplicatedQueues.areComplete(lab.suite()));
  }
}

package dev.warren.systemtests.faults.catalogue;

import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.suite.BrokerContainer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The node that leads the work queue loses the network: to the other nodes and to the services. */
final class NodeCutOff extends ClusterFault {

  private @Nullable Runnable mending;

  @Override
  public String name() {
    return "node-cut-off";
  }

  @Override
  public String expectation() {
    return "Of three nodes the one that leads the work queue is cut off from the network for 60 s,"
        + " three times. The others choose another leader; heartbeats end the dead connections, and"
        + " the node catches up when it is back.";
  }

  @Override
  protected int rounds() {
    return 3;
  }

  @Override
  protected Duration lasts() {
    return Duration.ofSeconds(60);
  }

  @Override
  protected void inject(Lab lab) {
    awaitReplicas(lab);
    BrokerContainer leader = leader(lab);
    String network = leader.cutOff();
    mending = () -> leader.rejoin(network);
  }

  @Override
  protected Instant undo(Lab lab) {
    if (mending != null) {
      mending.run();
      mending = null;
    }
    awaitReplicas(lab);
    return Instant.now();
  }
}

package dev.warren.systemtests.faults.catalogue;

import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.suite.BrokerContainer;
import java.time.Duration;
import java.time.Instant;

/** The node that leads the work queue is killed under load. */
final class LeaderKilled extends ClusterFault {

  @Override
  public String name() {
    return "leader-killed";
  }

  @Override
  public String expectation() {
    return "Of three nodes the one that leads the work queue is killed under load, and started"
        + " again after 10 s, ten times. Another one leads, and the services go on with it.";
  }

  @Override
  protected int rounds() {
    return 10;
  }

  @Override
  protected Duration lasts() {
    return Duration.ofSeconds(10);
  }

  @Override
  protected void inject(Lab lab) {
    awaitReplicas(lab);
    leader(lab).kill();
  }

  @Override
  protected Instant undo(Lab lab) {
    lab.suite().brokerNodes().forEach(BrokerContainer::start);
    return Instant.now();
  }
}

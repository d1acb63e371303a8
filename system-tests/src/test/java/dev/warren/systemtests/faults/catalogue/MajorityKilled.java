package dev.warren.systemtests.faults.catalogue;

import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.suite.BrokerContainer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Two of three nodes are killed: the one that is left may not decide anything alone. */
final class MajorityKilled extends ClusterFault {

  @Override
  public String name() {
    return "majority-killed";
  }

  @Override
  public String expectation() {
    return "Two of three nodes are killed under load, and started again after 20 s, three times."
        + " Nothing is confirmed meanwhile, and every caller is told so within the confirm"
        + " deadline; then all goes on without a restart.";
  }

  @Override
  protected int rounds() {
    return 3;
  }

  @Override
  protected Duration lasts() {
    return Duration.ofSeconds(20);
  }

  @Override
  protected void inject(Lab lab) {
    awaitReplicas(lab);
    List<BrokerContainer> nodes = lab.suite().brokerNodes();
    nodes.subList(1, nodes.size()).forEach(BrokerContainer::kill);
  }

  @Override
  protected Instant undo(Lab lab) {
    lab.suite().brokerNodes().forEach(BrokerContainer::start);
    awaitReplicas(lab);
    return Instant.now();
  }
}

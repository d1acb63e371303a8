package dev.warren.systemtests.faults.catalogue;

import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.faults.lab.TaskFault;
import java.time.Instant;

/** The broker is killed under publishing and started again with its data. */
final class BrokerKilled extends TaskFault {

  @Override
  public String name() {
    return "broker-killed";
  }

  @Override
  public String expectation() {
    return "The broker is killed while tasks are published and done, and started again. What was"
        + " confirmed is on its disk. The services come back by themselves.";
  }

  @Override
  protected int rounds() {
    return 20;
  }

  @Override
  protected int duplicatesOfARound() {
    return workers() * Lab.CONSUMERS * Lab.PREFETCH;
  }

  @Override
  protected void inject(Lab lab) {
    lab.suite().brokerNode().kill();
  }

  @Override
  protected Instant undo(Lab lab) {
    return lab.suite().brokerNode().start();
  }
}

package dev.warren.systemtests.faults.catalogue;

import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.faults.lab.TaskFault;
import java.time.Instant;

/** All connections of workers are closed by the broker: what was done cannot be acknowledged. */
final class ConnectionsCut extends TaskFault {

  @Override
  public String name() {
    return "connections-cut";
  }

  @Override
  public String expectation() {
    return "The broker closes all connections, of producers and workers, under tasks that take no"
        + " time. Work whose acknowledgement got lost is done again.";
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
    lab.suite().brokerNode().control("close_all_connections", "the fault lab");
  }

  @Override
  protected Instant undo(Lab lab) {
    return Instant.now();
  }
}

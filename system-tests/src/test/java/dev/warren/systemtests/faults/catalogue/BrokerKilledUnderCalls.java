package dev.warren.systemtests.faults.catalogue;

import dev.warren.systemtests.faults.lab.CallFault;
import dev.warren.systemtests.faults.lab.Lab;
import java.time.Instant;

/** The broker is killed while callers wait for replies, and started again. */
final class BrokerKilledUnderCalls extends CallFault {

  @Override
  public String name() {
    return "broker-killed-under-calls";
  }

  @Override
  public String expectation() {
    return "The broker is killed under calls and started again, ten times. Each caller has the"
        + " number or an error within its 2 s; afterwards calls are answered again, and the"
        + " services have no more connections, channels and threads than before.";
  }

  @Override
  protected int rounds() {
    return 10;
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

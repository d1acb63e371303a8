package dev.warren.systemtests.faults.catalogue;

import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.faults.lab.TaskFault;
import java.time.Duration;
import java.time.Instant;

/** The broker's process is stopped by SIGSTOP: its connections stay open and nothing answers. */
final class BrokerFrozen extends TaskFault {

  @Override
  public String name() {
    return "broker-frozen";
  }

  @Override
  public String expectation() {
    return "The broker's process stands still for a minute (SIGSTOP) and goes on. Every caller has"
        + " an answer within the confirm deadline of 5 s; heartbeats end the dead connections.";
  }

  @Override
  protected int duplicatesOfARound() {
    return workers() * Lab.CONSUMERS * Lab.PREFETCH;
  }

  @Override
  protected Duration lasts() {
    return Duration.ofSeconds(60);
  }

  @Override
  protected void inject(Lab lab) {
    lab.suite().brokerNode().freeze();
  }

  @Override
  protected Instant undo(Lab lab) {
    lab.suite().brokerNode().thaw();
    return Instant.now();
  }
}

package dev.warren.systemtests.faults.lab;

import java.time.Duration;

/** A fault that strikes while callers ask for Fibonacci numbers and wait. */
public abstract class CallFault extends StrikingFault {

  /** How long each caller waits for the number. */
  protected Duration deadline() {
    return Duration.ofSeconds(2);
  }

  /** How many servers there are. */
  protected int servers() {
    return 1;
  }

  /** Whether calls may be without a reply until their deadline. */
  protected boolean mayLoseReplies() {
    return true;
  }

  @Override
  protected final Duration answeredWithin() {
    return deadline().plusSeconds(1);
  }

  @Override
  final FaultResult experiment(Lab lab) {
    return new CallExperiment(lab, this).run();
  }
}

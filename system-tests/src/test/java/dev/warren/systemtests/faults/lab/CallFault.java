package dev.warren.systemtests.faults.lab;

/** A fault that strikes while callers ask for Fibonacci numbers and wait. */
public abstract class CallFault extends StrikingFault {

  @Override
  public final FaultResult run(Lab lab) {
    return new CallExperiment(lab, this).run();
  }
}

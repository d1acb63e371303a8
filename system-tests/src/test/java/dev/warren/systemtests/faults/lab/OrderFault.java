package dev.warren.systemtests.faults.lab;

/** A fault that strikes while orders are placed and shipped: each has one effect, and no more. */
public abstract class OrderFault extends StrikingFault {

  /** How many workers there are. */
  protected static final int WORKERS = 2;

  /** How many requests the clients have in hand at a time, at most. */
  protected static final int REQUESTS_IN_HAND = Lab.ORDERING_CLIENTS;

  @Override
  final FaultResult experiment(Lab lab) {
    return new OrderExperiment(lab, this).run();
  }
}

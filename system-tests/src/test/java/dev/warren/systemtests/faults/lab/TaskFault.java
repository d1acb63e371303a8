package dev.warren.systemtests.faults.lab;

import java.time.Duration;

/** A fault that strikes while tasks are sent and done. */
public abstract class TaskFault extends StrikingFault {

  /** How many workers there are. */
  protected int workers() {
    return 2;
  }

  /** The dots at the end of each task's text; none for tasks that take no time. */
  protected String work() {
    return "";
  }

  /** How many tasks are in each bulk. */
  protected int bulkSize() {
    return 20;
  }

  /** How many times too often tasks may be done in one round. */
  protected int duplicatesOfARound() {
    return 0;
  }

  /** How many requests the clients have in hand at a time, at most; of a bulk each task counts. */
  protected final int requestsInHand() {
    return Lab.SINGLE_CLIENTS + Lab.BULK_CLIENTS * bulkSize();
  }

  /** How soon what cannot be done has to be in the dead-letter queue. */
  protected Duration deadWithin() {
    return Duration.ofSeconds(30);
  }

  /**
   * How many workers tasks may end in one round. If they end any, only the time counts for {@link
   * #deadWithin} in which one ran.
   */
  protected int endingsOfARound() {
    return 0;
  }

  /**
   * How many tasks have to be done twice in a full run: where a fault strikes at a moment that
   * passes quickly, nothing tells otherwise that it was met.
   */
  protected int duplicatesOfAFullRun() {
    return 0;
  }

  /** For how long there may be nothing that comes to an end, while something has to. */
  protected Duration patience() {
    return Duration.ofMinutes(1);
  }

  @Override
  final FaultResult experiment(Lab lab) {
    return new TaskExperiment(lab, this).run();
  }
}

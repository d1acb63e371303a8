package dev.warren.systemtests.faults.lab;

import java.time.Duration;
import java.time.Instant;

/** A fault that strikes, once or time and again, while the suite is in use. */
public abstract class StrikingFault implements Fault {

  @Override
  public final FaultResult run(Lab lab) {
    return lab.leaks().addTo(experiment(lab));
  }

  /** Everything but what is seen afterwards, whatever the fault. */
  abstract FaultResult experiment(Lab lab);

  /** How often it strikes in a full run. */
  protected int rounds() {
    return 1;
  }

  /** Whether it strikes while nothing is sent and everything is done. Default is under load. */
  protected boolean strikesInQuiet() {
    return false;
  }

  /** Causes it. */
  protected abstract void inject(Lab lab);

  /** How long it lasts before it is undone. */
  protected Duration lasts() {
    return Duration.ZERO;
  }

  /**
   * Undoes it, if there is anything to undo, and returns since when everything is there again. Also
   * called when an experiment fails half-way.
   */
  protected abstract Instant undo(Lab lab);
}

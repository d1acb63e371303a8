package dev.warren.systemtests.faults.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A fault that strikes, once or time and again, while the suite is in use. */
public abstract class StrikingFault implements Fault {

  @Override
  public final FaultResult run(Lab lab) {
    FaultResult result = experiment(lab);
    List<String> late = Bounds.of(this, result.rounds(), lab.suite().mode()).breaches(result);
    return lab.leaks().addTo(result.with(late));
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

  /** How soon something has to be acknowledged when everything is there again. */
  protected Duration acknowledgedWithin() {
    return Duration.ofSeconds(10);
  }

  /** How soon something has to be done then. */
  protected Duration doneWithin() {
    return Duration.ofSeconds(15);
  }

  /** How long 99 of 100 callers may wait: the confirm deadline, 5 s, and one second more. */
  protected Duration answeredWithin() {
    return Duration.ofSeconds(6);
  }

  /** How many requests may have no answer in a round: those in hand when the producer is killed. */
  protected int unansweredOfARound() {
    return 0;
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

package dev.warren.systemtests.faults.lab;

import dev.warren.contracts.WorkQueue;
import dev.warren.systemtests.faults.ledger.Effect;
import dev.warren.systemtests.faults.ledger.Ledger;
import dev.warren.systemtests.faults.ledger.Verdict;
import dev.warren.systemtests.suite.RunningSuite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Waits until everything that was sent has come to an end: no acknowledged task is without an
 * effect, and nothing of the work queue is left, be it ready, in hand, waiting for its next attempt
 * or set aside to be tried alone.
 */
final class Drain {

  private final RunningSuite suite;
  private final Ledger ledger;
  private final Duration patience;
  private final WorkerLogs logs;
  private final DeadLetterQueue deadLetters = new DeadLetterQueue();

  /**
   * Looks at what happens from now on.
   *
   * @param patience for how long nothing may come to an end that has to
   */
  Drain(RunningSuite suite, Ledger ledger, Duration patience) {
    this.suite = suite;
    this.ledger = ledger;
    this.patience = patience;
    this.logs = WorkerLogs.of(suite);
  }

  /** Returns whether everything came to an end; false if nothing more does and not all has. */
  boolean completes() {
    return Progress.reachesZero(this::left, patience);
  }

  /** Which queues still hold how much. */
  Map<String, Integer> rest() {
    return Queues.notEmpty(suite, Drain::belongsToWork);
  }

  /** Everything that was seen so far. */
  List<Effect> effects() {
    List<Effect> effects = new ArrayList<>(deadLetters.read(suite.broker()));
    effects.addAll(done());
    return effects;
  }

  /** What workers have done so far. */
  List<Effect> done() {
    return logs.read().stream().flatMap(log -> log.done().stream()).toList();
  }

  /** When no worker ran. */
  Absence absence() {
    return new Absence(logs.read().stream().map(TaskLog::downs).toList());
  }

  /** How much has not come to an end: tasks without an effect, and whatever is in a queue. */
  private int left() {
    return Verdict.of(ledger.requests(), effects()).lost().size()
        + Queues.messages(suite, Drain::belongsToWork);
  }

  private static boolean belongsToWork(String queue) {
    return queue.startsWith(WorkQueue.QUEUE) && !queue.equals(WorkQueue.DEAD_LETTER_QUEUE);
  }
}

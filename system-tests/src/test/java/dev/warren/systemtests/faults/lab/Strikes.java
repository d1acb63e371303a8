package dev.warren.systemtests.faults.lab;

import static org.awaitility.Awaitility.await;

import dev.warren.systemtests.faults.ledger.Effect;
import dev.warren.systemtests.faults.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Lets a fault strike as often as it has to, spread over the load, and the suite recover. */
final class Strikes {

  private static final Duration RECOVERY_LIMIT = Duration.ofMinutes(2);
  private static final Duration PROGRESS_LIMIT = Duration.ofMinutes(5);

  private final Lab lab;
  private final StrikingFault fault;
  private final Ledger ledger;
  private final Load load;
  private final List<Round> rounds = new ArrayList<>();

  Strikes(Lab lab, StrikingFault fault, Ledger ledger, Load load) {
    this.lab = lab;
    this.fault = fault;
    this.ledger = ledger;
    this.load = load;
  }

  /**
   * Returns when every round is over and enough was acknowledged.
   *
   * @param quiet returns when everything that was sent is done
   * @param effects everything that was done so far
   */
  List<Round> all(Runnable quiet, Supplier<List<Effect>> effects) {
    int planned = lab.scale().roundsOf(fault);
    for (int round = 1; round <= planned; round++) {
      awaitAcknowledged(lab.scale().tasks() * round / (planned + 1));
      rounds.add(strike(quiet, effects));
      lab.say("  round %d of %d: %d acknowledged".formatted(round, planned, ledger.acknowledged()));
    }
    awaitAcknowledged(lab.scale().tasks());
    return rounds;
  }

  private Round strike(Runnable quiet, Supplier<List<Effect>> effects) {
    Instant injected = Instant.now();
    Instant undone;
    try {
      if (fault.strikesInQuiet()) {
        load.pause();
        quiet.run();
      }
      fault.inject(lab);
      load.resume();
      lab.hold(fault.lasts());
    } finally {
      undone = fault.undo(lab);
    }
    awaitAcknowledgedAfter(undone);
    awaitDoneAfter(undone, effects);
    return new Round(injected, undone);
  }

  private void awaitAcknowledgedAfter(Instant undone) {
    await("a request is acknowledged again")
        .atMost(RECOVERY_LIMIT)
        .until(() -> ledger.hasAcknowledgedSince(undone));
  }

  /** While orders are taken all the same, the next strike would come before that otherwise. */
  private static void awaitDoneAfter(Instant undone, Supplier<List<Effect>> effects) {
    await("something is done again")
        .atMost(RECOVERY_LIMIT)
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptions()
        .until(() -> Times.toFirstDone(effects.get(), undone).isPresent());
  }

  private void awaitAcknowledged(int count) {
    await(count + " acknowledged requests")
        .atMost(PROGRESS_LIMIT)
        .until(() -> ledger.acknowledged() >= count);
  }
}

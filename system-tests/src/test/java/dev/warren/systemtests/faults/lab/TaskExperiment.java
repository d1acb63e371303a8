package dev.warren.systemtests.faults.lab;

import dev.warren.systemtests.faults.ledger.Burials;
import dev.warren.systemtests.faults.ledger.Effect;
import dev.warren.systemtests.faults.ledger.Ledger;
import dev.warren.systemtests.faults.ledger.Request;
import dev.warren.systemtests.faults.ledger.Timeline;
import dev.warren.systemtests.faults.ledger.Verdict;
import java.util.List;
import java.util.Map;

/** The course of a {@link TaskFault}: load, strikes, recovery, drain, verdict. */
final class TaskExperiment {

  private final Lab lab;
  private final TaskFault fault;
  private final Ledger ledger = new Ledger();

  TaskExperiment(Lab lab, TaskFault fault) {
    this.lab = lab;
    this.fault = fault;
  }

  FaultResult run() {
    lab.haveWorkers(fault.workers());
    Drain drain = new Drain(lab.suite(), ledger, fault.patience());
    Load load = lab.taskLoad(ledger, fault.work(), fault.bulkSize());
    List<Round> rounds;
    try (load) {
      rounds = new Strikes(lab, fault, ledger, load).all(drain::completes);
    }
    boolean drained = drain.completes();
    if (!drained) {
      lab.say("  left: " + drain.rest());
    }
    return judge(rounds, drain.effects(), drained);
  }

  private FaultResult judge(List<Round> rounds, List<Effect> effects, boolean drained) {
    List<Request> requests = ledger.requests();
    Verdict verdict = Verdict.of(requests, effects);
    int allowed = rounds.size() * fault.duplicatesOfARound();
    Map<String, Integer> counts = Counts.of(verdict);
    counts.put("allowed", allowed);
    Burials burials = Burials.of(requests, effects, ledger.doomed());
    Map<String, Long> times = new Times(new Timeline(requests), effects).of(rounds);
    if (!ledger.doomed().isEmpty()) {
      times.put("to dead", burials.slowest().toMillis());
    }
    List<String> breaches = Breaches.of(verdict, allowed, drained);
    breaches.addAll(Breaches.of(burials, fault.deadWithin()));
    return FaultResult.of(lab, fault, rounds, requests, counts, times, breaches);
  }
}

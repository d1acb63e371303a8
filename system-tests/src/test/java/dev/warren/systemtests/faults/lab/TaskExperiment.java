package dev.warren.systemtests.faults.lab;

import dev.warren.systemtests.faults.ledger.Burials;
import dev.warren.systemtests.faults.ledger.Effect;
import dev.warren.systemtests.faults.ledger.Ledger;
import dev.warren.systemtests.faults.ledger.Request;
import dev.warren.systemtests.faults.ledger.Timeline;
import dev.warren.systemtests.faults.ledger.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
      rounds = new Strikes(lab, fault, ledger, load).all(drain::completes, drain::done);
    }
    boolean drained = drain.completes();
    if (!drained) {
      lab.say("  left: " + drain.rest());
    }
    return judge(rounds, drain, drained);
  }

  private FaultResult judge(List<Round> rounds, Drain drain, boolean drained) {
    List<Request> requests = ledger.requests();
    List<Effect> effects = drain.effects();
    Verdict verdict = Verdict.of(requests, effects);
    int allowed = rounds.size() * fault.duplicatesOfARound();
    Map<String, Integer> counts = Counts.of(verdict);
    counts.put("allowed", allowed);
    Map<String, Long> times = new Times(new Timeline(requests), effects).of(rounds);
    List<String> breaches = Breaches.of(verdict, allowed, drained);
    if (rounds.size() >= fault.rounds() && verdict.surplus() < fault.duplicatesOfAFullRun()) {
      breaches.add("done twice were %d: it has missed its moment".formatted(verdict.surplus()));
    }
    breaches.addAll(judgeTheDead(requests, effects, drain, times));
    breaches.addAll(Breaches.of(drain.absence(), rounds.size() * fault.endingsOfARound()));
    return FaultResult.of(lab, fault, rounds, requests, counts, times, breaches);
  }

  private List<String> judgeTheDead(
      List<Request> requests, List<Effect> effects, Drain drain, Map<String, Long> times) {
    Set<String> doomed = ledger.doomed();
    Burials burials = Burials.of(requests, effects, doomed);
    if (!doomed.isEmpty()) {
      times.put(Times.TO_DEAD, burials.slowest().toMillis());
    }
    if (fault.endingsOfARound() > 0) {
      burials = Burials.of(requests, effects, doomed, drain.absence()::without);
      times.put(Times.TO_DEAD_BY_WORKERS, burials.slowest().toMillis());
    }
    return Breaches.of(burials, fault.deadWithin());
  }
}

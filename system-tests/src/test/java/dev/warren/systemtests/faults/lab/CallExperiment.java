package dev.warren.systemtests.faults.lab;

import dev.warren.systemtests.faults.ledger.Ledger;
import dev.warren.systemtests.faults.ledger.Request;
import dev.warren.systemtests.faults.ledger.Timeline;
import dev.warren.systemtests.faults.ledger.Verdict;
import java.util.List;

/** The course of a {@link CallFault}: every caller has the number or a clear error in time. */
final class CallExperiment {

  private final Lab lab;
  private final CallFault fault;
  private final Ledger ledger = new Ledger();

  CallExperiment(Lab lab, CallFault fault) {
    this.lab = lab;
    this.fault = fault;
  }

  FaultResult run() {
    lab.have("rpc-fib", fault.servers());
    Load load = lab.callLoad(ledger, fault.deadline());
    List<Round> rounds;
    try (load) {
      rounds = new Strikes(lab, fault, ledger, load).all(() -> {}, ledger::answersAsEffects);
    }
    List<Request> requests = ledger.requests();
    return FaultResult.of(
        lab,
        fault,
        rounds,
        requests,
        Counts.ofCalls(Verdict.of(requests, ledger.answersAsEffects())),
        new Times(new Timeline(requests), List.of()).of(rounds),
        breaches(requests));
  }

  private List<String> breaches(List<Request> requests) {
    List<String> breaches = CallBreaches.of(requests, fault.deadline());
    if (!fault.mayLoseReplies()) {
      breaches.addAll(CallBreaches.lostReplies(requests));
    }
    return breaches;
  }
}

package dev.warren.systemtests.faults.lab;

import dev.warren.systemtests.faults.ledger.Effect;
import dev.warren.systemtests.faults.ledger.Ledger;
import dev.warren.systemtests.faults.ledger.Request;
import dev.warren.systemtests.faults.ledger.Timeline;
import dev.warren.systemtests.faults.ledger.Verdict;
import java.util.List;

/** The course of an {@link OrderFault}: load, strikes, recovery, drain, verdict. */
final class OrderExperiment {

  private static final int DUPLICATES = 0;

  private final Lab lab;
  private final OrderFault fault;
  private final Ledger ledger = new Ledger();

  OrderExperiment(Lab lab, OrderFault fault) {
    this.lab = lab;
    this.fault = fault;
  }

  FaultResult run() {
    lab.haveWorkers(OrderFault.WORKERS);
    OrderDrain drain = new OrderDrain(lab.suite(), ledger);
    Load load = lab.orderLoad(ledger);
    List<Round> rounds;
    try (load) {
      rounds = new Strikes(lab, fault, ledger, load).all(drain::completes, drain::effects);
    }
    boolean drained = drain.completes();
    return judge(rounds, drain.effects(), drained);
  }

  private FaultResult judge(List<Round> rounds, List<Effect> effects, boolean drained) {
    List<Request> requests = ledger.requests();
    Verdict verdict = Verdict.of(requests, effects);
    return FaultResult.of(
        lab,
        fault,
        rounds,
        requests,
        Counts.of(verdict),
        new Times(new Timeline(requests), effects).of(rounds),
        Breaches.of(verdict, DUPLICATES, drained));
  }
}

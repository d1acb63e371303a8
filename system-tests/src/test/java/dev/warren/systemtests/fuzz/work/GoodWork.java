package dev.warren.systemtests.fuzz.work;

import dev.warren.systemtests.faults.lab.Breaches;
import dev.warren.systemtests.faults.lab.CallBreaches;
import dev.warren.systemtests.faults.lab.CallClient;
import dev.warren.systemtests.faults.lab.Load;
import dev.warren.systemtests.faults.lab.OrderClient;
import dev.warren.systemtests.faults.lab.Progress;
import dev.warren.systemtests.faults.lab.Shipments;
import dev.warren.systemtests.faults.lab.TaskClient;
import dev.warren.systemtests.faults.ledger.Answered;
import dev.warren.systemtests.faults.ledger.Effect;
import dev.warren.systemtests.faults.ledger.Ledger;
import dev.warren.systemtests.faults.ledger.Request;
import dev.warren.systemtests.faults.ledger.Verdict;
import dev.warren.systemtests.suite.RunningSuite;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** People who go on working, and notice nothing of the strangers. */
public final class GoodWork {

  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String DOT = ".";

  private final Ledger tasks = new Ledger();
  private final Ledger calls = new Ledger();
  private final Ledger orders = new Ledger();
  private final Ledger logs = new Ledger();
  private final TaskWatch watch;
  private final Shipments shipments;
  private final Load load;

  private GoodWork(RunningSuite suite, TaskWatch watch) {
    this.watch = watch;
    this.shipments = Shipments.fromNowOn(suite);
    URI producer = suite.entrance("producer");
    this.load =
        new Load()
            .with(2, new TaskClient(producer, tasks, DOT)::sendOne, 100)
            .with(1, new CallClient(producer, calls, DEADLINE)::call, 100)
            .with(1, new OrderClient(producer, orders)::place, 200)
            .with(1, new LogClient(suite.producer(), logs)::send, 100);
  }

  /** Begins. */
  public static GoodWork start(RunningSuite suite, TaskWatch watch) {
    return new GoodWork(suite, watch);
  }

  /** Stops, waits until everything is done, and tells what is not, or was not taken. */
  public List<String> end() {
    load.close();
    List<String> findings = new ArrayList<>(refused());
    findings.addAll(unfinished("task", tasks, watch::effects));
    findings.addAll(unfinished("order", orders, shipments::read));
    CallBreaches.of(calls.requests(), DEADLINE).forEach(breach -> findings.add("good " + breach));
    return findings;
  }

  /** How many of each kind were taken. */
  public Map<String, Integer> done() {
    Map<String, Integer> done = new TreeMap<>();
    ledgers().forEach((kind, ledger) -> done.put(kind, ledger.acknowledged()));
    return done;
  }

  /** How many of one kind were taken. */
  public int done(String kind) {
    return done().getOrDefault(kind, 0);
  }

  private Map<String, Ledger> ledgers() {
    return Map.of("tasks", tasks, "calls", calls, "orders", orders, "logs", logs);
  }

  private List<String> refused() {
    List<String> refused = new ArrayList<>();
    ledgers()
        .forEach(
            (kind, ledger) -> {
              Map<String, Long> details =
                  ledger.requests().stream()
                      .filter(request -> request.answered() != Answered.ACKNOWLEDGED)
                      .collect(Collectors.groupingBy(Request::detail, Collectors.counting()));
              if (!details.isEmpty()) {
                refused.add("good %s were not taken: %s".formatted(kind, details));
              }
            });
    return refused;
  }

  private static List<String> unfinished(
      String kind, Ledger ledger, Supplier<List<Effect>> effects) {
    boolean isDone = Progress.reachesZero(() -> verdict(ledger, effects).lost().size(), PATIENCE);
    return Breaches.of(verdict(ledger, effects), 0, isDone).stream()
        .map(breach -> "good %ss: %s".formatted(kind, breach))
        .toList();
  }

  private static Verdict verdict(Ledger ledger, Supplier<List<Effect>> effects) {
    List<Effect> ours =
        effects.get().stream().filter(effect -> ledger.hasGiven(effect.token())).toList();
    return Verdict.of(ledger.requests(), ours);
  }
}

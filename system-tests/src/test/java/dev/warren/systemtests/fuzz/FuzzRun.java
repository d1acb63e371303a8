package dev.warren.systemtests.fuzz;

import dev.warren.systemtests.fuzz.FuzzOptions.Cases;
import dev.warren.systemtests.fuzz.amqp.AmqpFuzz;
import dev.warren.systemtests.fuzz.http.HttpFuzz;
import dev.warren.systemtests.fuzz.work.Aftermath;
import dev.warren.systemtests.fuzz.work.GoodWork;
import dev.warren.systemtests.fuzz.work.TaskWatch;
import dev.warren.systemtests.suite.RestClient;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The course of a run: messages, then requests, good work beside both, and a look around. */
final class FuzzRun {

  /** After so many, the dead letters are looked at: fewer than the queues of them hold. */
  private static final int AT_ONCE = 250;

  private final RunningSuite suite;
  private final FuzzOptions options;
  private final Consumer<String> out;
  private final List<String> findings = new ArrayList<>();
  private final Map<String, Integer> good = new TreeMap<>();

  FuzzRun(RunningSuite suite, FuzzOptions options, Consumer<String> out) {
    this.suite = suite;
    this.options = options;
    this.out = out;
  }

  FuzzResult all() {
    out.accept("Seed %d".formatted(options.seed()));
    awaitDatabases();
    Aftermath aftermath = new Aftermath(suite);
    Map<String, Integer> fates;
    Map<String, Integer> answers;
    try (TaskWatch watch = TaskWatch.of(suite.broker())) {
      fates = messages(options.amqp(), watch);
      answers = requests(options.http(), watch);
    }
    findings.addAll(aftermath.findings());
    return new FuzzResult(options.seed(), answers, fates, good, List.copyOf(findings));
  }

  /** Services are ready without theirs, and open them a little later. */
  private void awaitDatabases() {
    RestClient worker = suite.members("worker").get(0).client();
    Seen.eventually("shipments", () -> worker.get("/api/shipments").status() == 200);
    Seen.eventually("orders", () -> suite.producer().get("/api/orders/none").status() < 500);
  }

  private Map<String, Integer> messages(Cases cases, TaskWatch watch) {
    try (AmqpFuzz fuzz = new AmqpFuzz(suite, options.seed(), watch)) {
      GoodWork work = GoodWork.start(suite, watch);
      for (Cases some : cases.inParts(AT_ONCE)) {
        Senders.send("messages", some, fuzz::send, out);
        fuzz.look();
      }
      endOf(work);
      fuzz.settle(work.done("calls"), work.done("logs"));
      findings.addAll(fuzz.findings());
      return fuzz.fates();
    }
  }

  private Map<String, Integer> requests(Cases cases, TaskWatch watch) {
    HttpFuzz fuzz = HttpFuzz.of(suite, options.seed());
    GoodWork work = GoodWork.start(suite, watch);
    Senders.send("requests", cases, fuzz::send, out);
    findings.addAll(fuzz.findings());
    endOf(work);
    return fuzz.answers();
  }

  private void endOf(GoodWork work) {
    findings.addAll(work.end());
    work.done().forEach((kind, count) -> good.merge(kind, count, Integer::sum));
  }
}

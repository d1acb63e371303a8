package dev.warren.systemtests.fuzz.amqp;

import dev.warren.systemtests.faults.lab.Progress;
import dev.warren.systemtests.faults.lab.Shipments;
import dev.warren.systemtests.faults.ledger.Effect;
import dev.warren.systemtests.fuzz.chance.CaseId;
import dev.warren.systemtests.fuzz.work.TaskWatch;
import dev.warren.systemtests.suite.Answer;
import dev.warren.systemtests.suite.RunningSuite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Messages to everything that takes some, and what became of each. */
public final class AmqpFuzz implements AutoCloseable {

  /** Longer than the longest rung that messages are put on. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final RunningSuite suite;
  private final long seed;
  private final TaskWatch watch;
  private final Shipments shipments;
  private final DeadLetters letters;
  private final Tally tally;
  private final boolean forgesDeaths;
  private final Account account = new Account();
  private final Deque<Sender> idle = new ConcurrentLinkedDeque<>();
  private final Collection<String> findings = new ConcurrentLinkedQueue<>();

  public AmqpFuzz(RunningSuite suite, long seed, TaskWatch watch) {
    this.suite = suite;
    this.seed = seed;
    this.watch = watch;
    this.shipments = Shipments.fromNowOn(suite);
    this.letters = new DeadLetters(suite.broker());
    this.tally = new Tally(suite);
    this.forgesDeaths = suite.broker().isAtLeast(4);
  }

  /** Sends the case of this number. */
  public void send(int number) {
    HostileMessage message = Hostile.message(new CaseId("amqp", seed, number), run, forgesDeaths);
    account.expect(message);
    Sender sender = Objects.requireNonNullElseGet(idle.poll(), () -> new Sender(suite.broker()));
    account.sent(message, sender.send(message));
    idle.push(sender);
  }

  /** Has the service show the dead letters that there are, and takes them out. */
  public void look() {
    Answer answer = suite.producer().get("/api/dead-letters?limit=1000");
    if (answer.status() != 200) {
      findings.add("dead letters cannot be looked at: " + answer.status() + " " + answer.body());
    }
    letters.take(account::bury);
  }

  /**
   * Waits until every message has come to its end.
   *
   * @param calls how many good calls there were meanwhile
   * @param logs how many good logs
   */
  public void settle(int calls, int logs) {
    Map<Destination, Integer> good = Map.of(Destination.CALLS, calls, Destination.FANOUT, logs);
    if (!Progress.reachesZero(() -> open() + uncounted(good).size(), PATIENCE)) {
      uncounted(good).values().forEach(findings::add);
    }
  }

  private int open() {
    look();
    account.done(
        Stream.concat(watch.effects().stream(), shipments.read().stream())
            .map(Effect::token)
            .toList());
    return account.open().size();
  }

  private Map<Destination, String> uncounted(Map<Destination, Integer> good) {
    Map<Destination, String> wrong = new TreeMap<>();
    tally
        .soFar()
        .forEach(
            (destination, count) -> {
              int due = account.counted(destination) + good.getOrDefault(destination, 0);
              if (count != due) {
                wrong.put(
                    destination,
                    "%s: %d had to come and %d did".formatted(destination, due, count));
              }
            });
    return wrong;
  }

  /** How many came to which end. */
  public Map<String, Integer> fates() {
    return account.fates();
  }

  /** What should not have been. */
  public List<String> findings() {
    List<String> all = new ArrayList<>(findings);
    all.addAll(account.findings());
    return all;
  }

  @Override
  public void close() {
    idle.forEach(Sender::close);
  }
}

package dev.warren.systemtests.fuzz.http;

import dev.warren.systemtests.fuzz.chance.CaseId;
import dev.warren.systemtests.fuzz.chance.Dice;
import dev.warren.systemtests.suite.ApiKey;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.SuiteMember;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** Requests to everything that the services say they take, each of them wrong somehow. */
public final class HttpFuzz {

  private static final int MOST_TWISTS = 3;
  private static final List<String> SERVICES =
      List.of("producer", "worker", "log-subscriber", "rpc-fib");

  private final List<Operation> operations;
  private final long seed;
  private final Map<String, Integer> answers = new ConcurrentSkipListMap<>();
  private final Collection<String> findings = new ConcurrentLinkedQueue<>();

  private HttpFuzz(List<Operation> operations, long seed) {
    this.operations = List.copyOf(operations);
    this.seed = seed;
  }

  /** Against all services of a suite. */
  public static HttpFuzz of(RunningSuite suite, long seed) {
    Stream<Operation> operations =
        SERVICES.stream()
            .map(service -> suite.members(service).get(0))
            .flatMap(HttpFuzz::operationsOf);
    return new HttpFuzz(operations.toList(), seed);
  }

  private static Stream<Operation> operationsOf(SuiteMember service) {
    return Stream.concat(
        ApiDescription.of(service.client()).operations().stream(),
        Operation.ofManagement(service.management().url()));
  }

  /** Sends the case of this number. Does not throw. */
  public void send(int number) {
    CaseId id = new CaseId("http", seed, number);
    RawRequest request = request(id);
    try {
      RawAnswer answer = RawClient.send(request);
      answers.merge(answer.status() == 0 ? "none" : answer.status() + "", 1, Integer::sum);
      HttpJudge.complain(request, answer).ifPresent(what -> report(id, request, answer, what));
    } catch (IOException e) {
      findings.add("%s, %s: not connected: %s".formatted(id, request.label(), e));
    }
  }

  private RawRequest request(CaseId id) {
    Dice dice = id.dice();
    Operation operation = dice.pick(operations);
    Draft draft = operation.draft(dice, "fuzz-" + dice.word(8)).withKey(ApiKey.ofCaller());
    for (int i = dice.between(1, MOST_TWISTS); i > 0; i--) {
      Twist.any(dice).apply(draft, dice);
    }
    return draft.finish(operation);
  }

  private void report(CaseId id, RawRequest request, RawAnswer answer, String what) {
    String body = answer.body().substring(0, Math.min(300, answer.body().length()));
    findings.add(
        "%s, %s: %s (%d %s, after %d ms)"
            .formatted(
                id, request.label(), what, answer.status(), body, answer.waited().toMillis()));
  }

  /** How often each status came. */
  public Map<String, Integer> answers() {
    return Map.copyOf(answers);
  }

  /** What should not have been. */
  public List<String> findings() {
    return List.copyOf(findings);
  }
}

package dev.warren.systemtests.faults.lab;

import dev.warren.systemtests.faults.ledger.Request;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What came of a fault.
 *
 * @param fault its name
 * @param expectation what has to hold
 * @param setting the broker and the way to run
 * @param at when it was run
 * @param rounds how often the fault struck
 * @param goal how often it strikes in a full run
 * @param counts how many are in each set, by the set's name
 * @param times what was measured, in milliseconds, by name
 * @param answers how often each answer was given
 * @param footprints what the services held at the end, and in parentheses when they were new
 * @param breaches what did not hold; nothing if the promise was kept
 */
public record FaultResult(
    String fault,
    String expectation,
    String setting,
    Instant at,
    int rounds,
    int goal,
    Map<String, Integer> counts,
    Map<String, Long> times,
    Map<String, Integer> answers,
    Map<String, String> footprints,
    List<String> breaches) {

  static FaultResult of(
      Lab lab,
      StrikingFault fault,
      List<Round> rounds,
      List<Request> requests,
      Map<String, Integer> counts,
      Map<String, Long> times,
      List<String> breaches) {
    return new FaultResult(
        fault.name(),
        fault.expectation(),
        lab.setting(),
        Instant.now(),
        rounds.size(),
        fault.rounds(),
        counts,
        times,
        answers(requests),
        Map.of(),
        breaches);
  }

  /** Of an experiment that could not be carried through. */
  public static FaultResult brokenOff(Lab lab, Fault fault, RuntimeException cause) {
    return new FaultResult(
        fault.name(),
        fault.expectation(),
        lab.setting(),
        Instant.now(),
        0,
        0,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of("broken off: " + cause));
  }

  /** With more of what did not hold. */
  FaultResult with(List<String> more) {
    return with(footprints, more);
  }

  /** With what was seen afterwards. */
  FaultResult with(Map<String, String> held, List<String> leaks) {
    return new FaultResult(
        fault,
        expectation,
        setting,
        at,
        rounds,
        goal,
        counts,
        times,
        answers,
        held,
        Stream.concat(breaches.stream(), leaks.stream()).toList());
  }

  private static Map<String, Integer> answers(List<Request> requests) {
    Map<String, Integer> answers = new TreeMap<>();
    requests.forEach(request -> answers.merge(request.detail(), 1, Integer::sum));
    return answers;
  }

  /** Whether the promise was kept. */
  public boolean isKept() {
    return breaches.isEmpty();
  }

  /** Whether anything came of the requests but their answers. */
  public boolean hasEffects() {
    return counts.containsKey("lost");
  }

  /** A number of {@link #counts}; 0 if it is not there. */
  public int count(String set) {
    return counts.getOrDefault(set, 0);
  }
}

package dev.warren.systemtests.faults.ledger;

import static java.util.stream.Collectors.toCollection;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The sets of a run, as Jepsen's test of queues compares them.
 *
 * @param acknowledged the suite promised to do them
 * @param failed the suite said that it would not
 * @param unknown nobody said
 * @param recovered unknown ones that came to an end even so
 * @param duplicated those that came to an end more than once, and how many times too often
 * @param dead those in the dead-letter queue
 * @param lost acknowledged ones of which nothing came: there must be none
 * @param unexpected what came of requests that had failed or were never made: there must be none
 * @see <a href="https://github.com/jepsen-io/jepsen/blob/main/jepsen/src/jepsen/checker.clj">The
 *     checker total-queue of Jepsen</a>
 */
public record Verdict(
    Set<String> acknowledged,
    Set<String> failed,
    Set<String> unknown,
    Set<String> recovered,
    Map<String, Integer> duplicated,
    Set<String> dead,
    Set<String> lost,
    Set<String> unexpected) {

  /** Compares what was answered with what was seen. */
  public static Verdict of(Collection<Request> requests, Collection<Effect> effects) {
    Set<String> acknowledged = tokens(requests, Answered.ACKNOWLEDGED);
    Set<String> failed = tokens(requests, Answered.FAILED);
    Set<String> unknown = tokens(requests, Answered.UNKNOWN);
    Map<String, Integer> seen = new HashMap<>();
    effects.forEach(effect -> seen.merge(effect.token(), 1, Integer::sum));
    return new Verdict(
        acknowledged,
        failed,
        unknown,
        both(unknown, seen.keySet()),
        moreThanOnce(seen),
        dead(effects),
        without(acknowledged, seen.keySet()),
        without(without(seen.keySet(), acknowledged), unknown));
  }

  /** How many effects there were beyond one for each task. */
  public int surplus() {
    return duplicated.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Set<String> tokens(Collection<Request> requests, Answered answered) {
    return requests.stream()
        .filter(request -> request.answered() == answered)
        .map(Request::token)
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> dead(Collection<Effect> effects) {
    return effects.stream()
        .filter(effect -> effect.kind() == Effect.Kind.DEAD)
        .map(Effect::token)
        .collect(toCollection(TreeSet::new));
  }

  private static Map<String, Integer> moreThanOnce(Map<String, Integer> seen) {
    Map<String, Integer> surplus = new TreeMap<>();
    seen.forEach(
        (token, times) -> {
          if (times > 1) {
            surplus.put(token, times - 1);
          }
        });
    return surplus;
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    Set<String> both = new TreeSet<>(one);
    both.retainAll(other);
    return both;
  }

  private static Set<String> without(Set<String> one, Set<String> other) {
    Set<String> rest = new TreeSet<>(one);
    rest.removeAll(other);
    return rest;
  }
}

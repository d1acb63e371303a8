package dev.warren.systemtests.faults.ledger;

import static java.util.stream.Collectors.toCollection;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether those and only those are in the dead-letter queue that have to be.
 *
 * @param innocent those in it that could have been done: there must be none
 * @param escaped those that were acknowledged, could not be done, and are not in it: there must be
 *     none
 * @param slowest the longest time from the answer to the end; zero if none had to end there
 */
public record Burials(Set<String> innocent, Set<String> escaped, Duration slowest) {

  /** What of the time between two moments counts. */
  public interface Time {
    Duration between(Instant from, Instant until);
  }

  /**
   * Compares what had to end there with what did.
   *
   * @param doomed the tasks that cannot be done
   */
  public static Burials of(
      Collection<Request> requests, Collection<Effect> effects, Set<String> doomed) {
    return of(requests, effects, doomed, Duration::between);
  }

  /** Likewise, where not all time counts. */
  public static Burials of(
      Collection<Request> requests, Collection<Effect> effects, Set<String> doomed, Time time) {
    Map<String, Instant> ends = new HashMap<>();
    effects.stream()
        .filter(effect -> effect.kind() == Effect.Kind.DEAD)
        .forEach(effect -> ends.putIfAbsent(effect.token(), effect.at()));
    Set<String> innocent = new TreeSet<>(ends.keySet());
    innocent.removeAll(doomed);
    return new Burials(
        innocent,
        requests.stream()
            .filter(request -> isDue(request, doomed) && !ends.containsKey(request.token()))
            .map(Request::token)
            .collect(toCollection(TreeSet::new)),
        requests.stream()
            .filter(request -> isDue(request, doomed))
            .map(request -> waited(request, ends, time))
            .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) >= 0 ? one : other));
  }

  private static Duration waited(Request request, Map<String, Instant> ends, Time time) {
    Instant end = ends.get(request.token());
    return end == null ? Duration.ZERO : time.between(request.answeredAt(), end);
  }

  private static boolean isDue(Request request, Set<String> doomed) {
    return request.answered() == Answered.ACKNOWLEDGED && doomed.contains(request.token());
  }
}

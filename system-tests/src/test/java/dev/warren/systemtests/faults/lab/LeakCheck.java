package dev.warren.systemtests.faults.lab;

import static org.awaitility.Awaitility.await;

import dev.warren.systemtests.suite.RunningSuite;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionTimeoutException;

/** Whether services hold as much after an experiment as when the suite was new. */
public final class LeakCheck {

  /** Longer than Tomcat keeps threads that have nothing to do, which is a minute. */
  private static final Duration LIMIT = Duration.ofSeconds(90);

  /** As often as the broker counts anew. */
  private static final Duration POLL = Duration.ofSeconds(6);

  /** In a row, so that what the broker does not tell of yet is seen the next time. */
  private static final int GOOD_LOOKS = 2;

  private final RunningSuite suite;
  private final Map<String, Footprint> baseline;

  /** To be made when the suite has nothing to do. */
  public LeakCheck(RunningSuite suite) {
    this.suite = suite;
    this.baseline =
        await("what the services hold")
            .pollInSameThread()
            .atMost(LIMIT)
            .ignoreExceptions()
            .until(() -> Footprints.of(suite), footprints -> true);
  }

  /** Adds to a result what the services hold, once that is within its bounds or does not get so. */
  FaultResult addTo(FaultResult result) {
    Map<String, Footprint> now = settled();
    Map<String, String> footprints = new LinkedHashMap<>();
    now.forEach(
        (service, held) ->
            footprints.put(service, "%s (%s)".formatted(held, baseline.get(service))));
    return result.with(footprints, leaks(baseline, now));
  }

  /** Who holds too much, once nobody does, seen twice, or it does not get better. */
  public List<String> find() {
    return leaks(baseline, settled());
  }

  private Map<String, Footprint> settled() {
    Map<String, Footprint> last = new TreeMap<>();
    AtomicInteger good = new AtomicInteger();
    try {
      await("the baseline")
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(POLL)
          .atMost(LIMIT)
          .ignoreExceptions()
          .until(
              () -> {
                Map<String, Footprint> now = Footprints.of(suite);
                last.clear();
                last.putAll(now);
                good.set(leaks(baseline, last).isEmpty() ? good.get() + 1 : 0);
                return good.get() == GOOD_LOOKS;
              });
    } catch (ConditionTimeoutException e) {
      return last; // as it is, to be judged
    }
    return last;
  }

  /** Who holds too much, or does not tell. */
  static List<String> leaks(Map<String, Footprint> baseline, Map<String, Footprint> now) {
    return baseline.entrySet().stream()
        .filter(
            entry -> {
              Footprint held = now.get(entry.getKey());
              return held == null || !held.isWithin(entry.getValue().bound());
            })
        .map(
            entry ->
                "%s has not come back to its baseline: %s, and at most %s was expected"
                    .formatted(entry.getKey(), now.get(entry.getKey()), entry.getValue().bound()))
        .toList();
  }
}

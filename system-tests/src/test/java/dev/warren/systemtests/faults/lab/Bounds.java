package dev.warren.systemtests.faults.lab;

import dev.warren.systemtests.suite.Mode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long a fault may keep callers and workers waiting.
 *
 * @param acknowledged from when everything is there again to the first request that is acknowledged
 * @param done from then to the first that is done
 * @param answered for an answer, for 99 of 100 callers, and for 99 of 100 of those refused
 * @param unanswered how many requests may have no answer at all
 */
record Bounds(Duration acknowledged, Duration done, Duration answered, int unanswered) {

  /**
   * Of a fault that has struck so many times. Containers have a front door, which hangs up on
   * everybody who comes while there is no producer: how many that are has no bound.
   */
  static Bounds of(StrikingFault fault, int rounds, Mode mode) {
    int ofARound = fault.unansweredOfARound();
    boolean hangsUp = ofARound > 0 && mode != Mode.LOCAL;
    return new Bounds(
        fault.acknowledgedWithin(),
        fault.doneWithin(),
        fault.answeredWithin(),
        hangsUp ? Integer.MAX_VALUE : rounds * ofARound);
  }

  /** What took longer, and who has no answer. What was not measured is within its bound. */
  List<String> breaches(FaultResult result) {
    List<String> breaches = new ArrayList<>();
    addIfOver(breaches, result, Times.TO_ACKNOWLEDGED, acknowledged);
    addIfOver(breaches, result, Times.TO_DONE, done);
    addIfOver(breaches, result, Times.ANSWER, answered);
    addIfOver(breaches, result, Times.REFUSAL, answered);
    int missing = result.answers().getOrDefault(Http.NO_ANSWER, 0);
    if (missing > unanswered) {
      breaches.add(
          "%d requests without an answer, and at most %d were expected"
              .formatted(missing, unanswered));
    }
    return breaches;
  }

  private static void addIfOver(
      List<String> breaches, FaultResult result, String time, Duration bound) {
    long millis = result.times().getOrDefault(time, 0L);
    if (millis > bound.toMillis()) {
      breaches.add(
          String.format(
              Locale.ROOT,
              "%s took %.1f s, and at most %.1f s were expected",
              time,
              millis / 1000.0,
              bound.toMillis() / 1000.0));
    }
  }
}

package dev.warren.systemtests.faults.lab;

import dev.warren.systemtests.faults.ledger.Effect;
import dev.warren.systemtests.faults.ledger.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What was measured; of all rounds the worst. */
record Times(Timeline timeline, List<Effect> effects) {

  static final String TO_ACKNOWLEDGED = "to 202";
  static final String TO_DONE = "to done";
  static final String ANSWER = "p99 answer";
  static final String REFUSAL = "p99 refusal";

  static final String TO_DEAD = "to dead";
  static final String TO_DEAD_BY_WORKERS = "to dead while a worker ran";

  private static final double MOST = 0.99;

  /** In milliseconds, by name. */
  Map<String, Long> of(List<Round> rounds) {
    Map<String, Long> times = new LinkedHashMap<>();
    times.put("longest outage", timeline.longestOutage().toMillis());
    times.put(ANSWER, timeline.waited(MOST).toMillis());
    times.put(REFUSAL, timeline.waitedInVain(MOST).toMillis());
    times.put("longest answer", timeline.waited(1).toMillis());
    worst(rounds, timeline::toFirstAcknowledged)
        .ifPresent(time -> times.put(TO_ACKNOWLEDGED, time));
    worst(rounds, undone -> toFirstDone(effects, undone))
        .ifPresent(time -> times.put(TO_DONE, time));
    return times;
  }

  private static Optional<Long> worst(
      List<Round> rounds, Function<Instant, Optional<Duration>> measure) {
    return rounds.stream()
        .map(round -> measure.apply(round.undone()))
        .flatMap(Optional::stream)
        .map(Duration::toMillis)
        .max(Comparator.naturalOrder());
  }

  static Optional<Duration> toFirstDone(List<Effect> effects, Instant from) {
    return effects.stream()
        .filter(effect -> effect.kind() == Effect.Kind.DONE)
        .map(Effect::at)
        .filter(at -> !at.isBefore(from))
        .min(Comparator.naturalOrder())
        .map(at -> Duration.between(from, at));
  }
}

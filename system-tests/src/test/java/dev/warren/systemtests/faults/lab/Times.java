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

  /** In milliseconds, by name. */
  Map<String, Long> of(List<Round> rounds) {
    Map<String, Long> times = new LinkedHashMap<>();
    times.put("longest outage", timeline.longestOutage().toMillis());
    times.put("p99 answer", timeline.waited(0.99).toMillis());
    times.put("longest answer", timeline.waited(1).toMillis());
    worst(rounds, timeline::toFirstAcknowledged).ifPresent(time -> times.put("to 202", time));
    worst(rounds, this::toFirstDone).ifPresent(time -> times.put("to done", time));
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

  private Optional<Duration> toFirstDone(Instant from) {
    return effects.stream()
        .filter(effect -> effect.kind() == Effect.Kind.DONE)
        .map(Effect::at)
        .filter(at -> !at.isBefore(from))
        .min(Comparator.naturalOrder())
        .map(at -> Duration.between(from, at));
  }
}

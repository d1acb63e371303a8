package dev.warren.producer.deadletters;

import dev.warren.producer.deadletters.LetterReport.Item;
import dev.warren.producer.replay.DeadLetterQueue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Counts what becomes of dead letters; how many there are is the broker's to tell. */
@Component
class DeadLetterMeters {

  private static final String KEPT = "kept";

  private final Map<String, Counter> counters = new HashMap<>();

  DeadLetterMeters(DeadLetterQueues queues, MeterRegistry registry) {
    for (DeadLetterQueue queue : queues.all()) {
      for (String outcome : List.of(Item.REPLAYED, Item.DISCARDED, KEPT)) {
        counters.put(
            key(queue, outcome),
            Counter.builder("warren.dead.letters")
                .description("Dead letters that somebody worked on, by what became of them")
                .tag("queue", queue.name())
                .tag("outcome", outcome)
                .register(registry));
      }
    }
  }

  void count(DeadLetterQueue queue, Item item) {
    String outcome = item.isDone() ? item.outcome() : KEPT;
    String key = key(queue, outcome);
    Objects.requireNonNull(counters.get(key), key).increment();
  }

  private static String key(DeadLetterQueue queue, String outcome) {
    return queue.name() + " " + outcome;
  }
}

package dev.warren.producer.deadletters;

import dev.warren.producer.replay.DeadLetterQueue;
import java.util.List;
import org.springframework.stereotype.Component;

/** Removes dead letters for good. Each is named in the log, the last place to have known it. */
@Component
class DeadLetterDiscard {

  private final DeadLetterRound round;

  DeadLetterDiscard(DeadLetterRound round) {
    this.round = round;
  }

  /** Removes what is selected, of all these queues, up to {@value LetterReport#MAX_ITEMS}. */
  LetterReport discard(List<DeadLetterQueue> queues, LetterSelection selection) {
    return round.over(
        queues,
        selection,
        (queue, letters, max, done) -> new DiscardRun(letters, done).discard(selection, max));
  }
}

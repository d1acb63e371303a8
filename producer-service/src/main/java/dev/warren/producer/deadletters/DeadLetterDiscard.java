package dev.warren.producer.deadletters;

import dev.warren.producer.deadletters.LetterReport.Item;
import dev.warren.producer.replay.DeadLetterQueue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Removes dead letters for good. Each is named in the log, the last place to have known it. */
@Component
class DeadLetterDiscard {

  private static final Logger log = LoggerFactory.getLogger(DeadLetterDiscard.class);

  private final DeadLetterAccess access;
  private final DeadLetterMeters meters;

  DeadLetterDiscard(DeadLetterAccess access, DeadLetterMeters meters) {
    this.access = access;
    this.meters = meters;
  }

  /** Removes what is selected, of all these queues, up to {@value LetterReport#MAX_ITEMS}. */
  LetterReport discard(List<DeadLetterQueue> queues, LetterSelection selection) {
    List<Item> items = new ArrayList<>();
    boolean more = false;
    for (DeadLetterQueue queue : queues) {
      if (!selection.isComplete()) {
        more |= access.work(queue, letters -> discard(queue, letters, selection, items));
      }
    }
    return LetterReport.of(items, selection.missing(), more);
  }

  private boolean discard(
      DeadLetterQueue queue, TakenLetters letters, LetterSelection selection, List<Item> items)
      throws IOException, InterruptedException {
    List<Item> discarded = new ArrayList<>();
    while (items.size() + discarded.size() < LetterReport.MAX_ITEMS && !selection.isComplete()) {
      Letter letter = letters.next();
      if (letter == null) {
        break;
      }
      if (selection.takes(letter)) {
        letters.settle(letter);
        discarded.add(Item.discarded(letter));
      }
    }
    letters.flush();
    for (Item item : discarded) {
      meters.count(queue, item);
      log.info("Discarded {} from {}", item.id(), queue.name());
    }
    items.addAll(discarded);
    return !selection.isComplete() && letters.hasMore();
  }
}

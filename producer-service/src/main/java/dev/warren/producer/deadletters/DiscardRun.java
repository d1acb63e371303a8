package dev.warren.producer.deadletters;

import dev.warren.producer.deadletters.LetterReport.Item;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes letters of one queue. Each is named in the log before the broker is told to remove it:
 * whatever stops this in between, none is gone that the log does not name.
 */
final class DiscardRun {

  private static final Logger log = LoggerFactory.getLogger(DiscardRun.class);

  /** So many at most are in doubt when the broker breaks off. */
  private static final int MAX_IN_DOUBT = 100;

  private final TakenLetters letters;
  private final List<Item> items;
  private final List<Letter> inDoubt = new ArrayList<>();

  /**
   * A run.
   *
   * @param items is added to, in order, what became of each letter
   */
  DiscardRun(TakenLetters letters, List<Item> items) {
    this.letters = letters;
    this.items = items;
  }

  /** Removes those that are selected. */
  void discard(LetterSelection selection, int max) throws IOException, InterruptedException {
    try {
      while (items.size() + inDoubt.size() < max && !selection.isComplete()) {
        Letter letter = letters.next();
        if (letter == null) {
          break;
        }
        if (selection.takes(letter)) {
          discard(letter);
        }
      }
      flush();
    } finally {
      inDoubt.forEach(letter -> items.add(Item.inDoubt(letter)));
    }
  }

  private void discard(Letter letter) throws IOException {
    log.info("Discarding {} from {}", letter.id(), letter.queue().name());
    inDoubt.add(letter);
    letters.settle(letter);
    if (inDoubt.size() == MAX_IN_DOUBT) {
      flush();
    }
  }

  private void flush() throws IOException {
    letters.flush();
    inDoubt.forEach(letter -> items.add(Item.discarded(letter)));
    inDoubt.clear();
  }
}

package dev.warren.producer.deadletters;

import dev.warren.messaging.web.ProblemException;
import dev.warren.producer.deadletters.LetterReport.Item;
import dev.warren.producer.replay.DeadLetterQueue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Works on one queue after the other, until all that is selected has been found. What was done when
 * one of them fails is reported all the same: nobody could find it out afterwards.
 */
@Component
class DeadLetterRound {

  private static final Logger log = LoggerFactory.getLogger(DeadLetterRound.class);

  private final DeadLetterAccess access;
  private final DeadLetterMeters meters;

  DeadLetterRound(DeadLetterAccess access, DeadLetterMeters meters) {
    this.access = access;
    this.meters = meters;
  }

  /**
   * Does this with what is selected, up to {@value LetterReport#MAX_ITEMS} letters.
   *
   * @throws ProblemException as {@link DeadLetterAccess#work} has it, if nothing was changed before
   */
  LetterReport over(List<DeadLetterQueue> queues, LetterSelection selection, Work work) {
    List<Item> items = new ArrayList<>();
    boolean more = false;
    for (DeadLetterQueue queue : queues) {
      if (selection.isComplete()) {
        break;
      }
      try {
        more |= access.work(queue, letters -> work(queue, letters, selection, work, items));
      } catch (ProblemException e) {
        if (items.stream().noneMatch(Item::mayHaveChangedAnything)) {
          throw e;
        }
        log.warn("Broke off at {}, {} letters after it had begun", queue.name(), items.size(), e);
        return LetterReport.of(items, selection.missing(items), true, e.getBody().getDetail());
      }
    }
    return LetterReport.of(items, selection.missing(items), more, null);
  }

  /** Whether there is more that could not be looked at. */
  private boolean work(
      DeadLetterQueue queue,
      TakenLetters letters,
      LetterSelection selection,
      Work work,
      List<Item> items)
      throws IOException, InterruptedException {
    List<Item> done = new ArrayList<>();
    try {
      work.on(queue, letters, LetterReport.MAX_ITEMS - items.size(), done);
    } finally {
      done.forEach(item -> meters.count(queue, item));
      items.addAll(done);
    }
    return !selection.isComplete() && letters.hasMore();
  }

  /** What is done with the letters of one queue. */
  @FunctionalInterface
  interface Work {

    /**
     * Does it, and adds what becomes of each letter as soon as that is known.
     *
     * @param max how many letters it may be at most
     */
    void on(DeadLetterQueue queue, TakenLetters letters, int max, List<Item> done)
        throws IOException, InterruptedException;
  }
}

package dev.warren.producer.deadletters;

import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.producer.deadletters.LetterReport.Item;
import dev.warren.producer.replay.DeadLetterQueue;
import dev.warren.producer.replay.MessageReplayed;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts dead letters back to be tried again. */
@Component
class DeadLetterReplay {

  private final DeadLetterAccess access;
  private final ConfirmedPublisher publisher;
  private final ApplicationEventPublisher here;
  private final DeadLetterMeters meters;

  DeadLetterReplay(
      DeadLetterAccess access,
      ConfirmedPublisher publisher,
      ApplicationEventPublisher here,
      DeadLetterMeters meters) {
    this.access = access;
    this.publisher = publisher;
    this.here = here;
    this.meters = meters;
  }

  /** Puts back what is selected, of all these queues, up to {@value LetterReport#MAX_ITEMS}. */
  LetterReport replay(List<DeadLetterQueue> queues, LetterSelection selection) {
    List<Item> items = new ArrayList<>();
    boolean more = false;
    for (DeadLetterQueue queue : queues) {
      if (!selection.isComplete()) {
        more |= access.work(queue, letters -> replay(queue, letters, selection, items));
      }
    }
    return LetterReport.of(items, selection.missing(), more);
  }

  /** Whether there is more that could not be looked at. */
  private boolean replay(
      DeadLetterQueue queue, TakenLetters letters, LetterSelection selection, List<Item> items)
      throws IOException, InterruptedException {
    String target = queue.replayTo();
    int room = LetterReport.MAX_ITEMS - items.size();
    List<Item> done =
        target == null
            ? refuse(letters, selection, room)
            : new ReplayRun(publisher, letters, target, letter -> tell(target, letter))
                .replay(selection, room);
    done.forEach(item -> meters.count(queue, item));
    items.addAll(done);
    return !selection.isComplete() && letters.hasMore();
  }

  private static List<Item> refuse(TakenLetters letters, LetterSelection selection, int max)
      throws IOException, InterruptedException {
    List<Item> refused = new ArrayList<>();
    while (refused.size() < max && !selection.isComplete()) {
      Letter letter = letters.next();
      if (letter == null) {
        break;
      }
      if (selection.takes(letter)) {
        refused.add(Item.notReplayable(letter));
      }
    }
    return refused;
  }

  private void tell(String target, Letter letter) {
    here.publishEvent(
        new MessageReplayed(
            target,
            letter.id(),
            letter.text(),
            letter.sentAt(),
            ReplayMessage.replays(letter),
            Instant.now()));
  }
}

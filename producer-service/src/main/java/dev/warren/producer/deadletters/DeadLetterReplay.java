package dev.warren.producer.deadletters;

import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.producer.deadletters.LetterReport.Item;
import dev.warren.producer.replay.DeadLetterQueue;
import dev.warren.producer.replay.MessageReplayed;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts dead letters back to be tried again. */
@Component
class DeadLetterReplay {

  private final DeadLetterRound round;
  private final ConfirmedPublisher publisher;
  private final ApplicationEventPublisher here;

  DeadLetterReplay(
      DeadLetterRound round, ConfirmedPublisher publisher, ApplicationEventPublisher here) {
    this.round = round;
    this.publisher = publisher;
    this.here = here;
  }

  /** Puts back what is selected, of all these queues, up to {@value LetterReport#MAX_ITEMS}. */
  LetterReport replay(List<DeadLetterQueue> queues, LetterSelection selection) {
    return round.over(
        queues,
        selection,
        (queue, letters, max, done) -> {
          String target = queue.replayTo();
          if (target == null) {
            refuse(letters, selection, max, done);
          } else {
            new ReplayRun(publisher, letters, target, letter -> tell(target, letter), done)
                .replay(selection, max);
          }
        });
  }

  private static void refuse(
      TakenLetters letters, LetterSelection selection, int max, List<Item> refused)
      throws IOException, InterruptedException {
    while (refused.size() < max && !selection.isComplete()) {
      Letter letter = letters.next();
      if (letter == null) {
        break;
      }
      if (selection.takes(letter)) {
        refused.add(Item.notReplayable(letter));
      }
    }
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

package dev.warren.producer.deadletters;

import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.messaging.publish.PublishOutcome;
import dev.warren.producer.deadletters.LetterReport.Item;
import dev.warren.producer.publishing.Outcomes;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.springframework.amqp.core.Message;

/**
 * Puts letters of one queue back, some at a time: each is published, and acknowledged once the
 * broker has confirmed that. Whatever stops this in between, a letter is in at least one of the two
 * queues.
 *
 * @see <a href="https://www.rabbitmq.com/docs/confirms">Confirms and acknowledgements</a>
 */
final class ReplayRun {

  private static final String DEFAULT_EXCHANGE = "";
  private static final int MAX_IN_FLIGHT = 25;

  /** Letters of one queue go to one queue: if that takes none of these, it takes no other. */
  private static final int MAX_FAILURES_IN_A_ROW = 10;

  private final ConfirmedPublisher publisher;
  private final TakenLetters letters;
  private final String target;
  private final Consumer<Letter> replayed;
  private final List<Item> items = new ArrayList<>();
  private final Deque<Sent> inFlight = new ArrayDeque<>();
  private int failuresInARow;

  /**
   * A run.
   *
   * @param target the queue to put them into
   * @param replayed is told of each letter that is confirmed
   */
  ReplayRun(
      ConfirmedPublisher publisher,
      TakenLetters letters,
      String target,
      Consumer<Letter> replayed) {
    this.publisher = publisher;
    this.letters = letters;
    this.target = target;
    this.replayed = replayed;
  }

  /** Puts back those that are selected, and returns what became of them, in order. */
  List<Item> replay(LetterSelection selection, int max) throws IOException, InterruptedException {
    while (goesOn(selection, max)) {
      Letter letter = letters.next();
      if (letter == null) {
        break;
      }
      if (selection.takes(letter)) {
        send(letter);
      }
    }
    settleUntil(0);
    letters.flush();
    return items;
  }

  private boolean goesOn(LetterSelection selection, int max) {
    return failuresInARow < MAX_FAILURES_IN_A_ROW
        && items.size() + inFlight.size() < max
        && !selection.isComplete();
  }

  private void send(Letter letter) throws IOException {
    Message message = ReplayMessage.of(letter);
    String messageId = Objects.requireNonNull(message.getMessageProperties().getMessageId());
    boolean ambiguous = inFlight.stream().anyMatch(sent -> sent.messageId.equals(messageId));
    settleUntil(ambiguous ? 0 : MAX_IN_FLIGHT - 1);
    inFlight.add(new Sent(letter, messageId, publisher.publish(DEFAULT_EXCHANGE, target, message)));
  }

  private void settleUntil(int left) throws IOException {
    while (inFlight.size() > left) {
      settle(inFlight.removeFirst());
    }
  }

  private void settle(Sent sent) throws IOException {
    PublishOutcome outcome = sent.outcome.join();
    Letter letter = sent.letter;
    if (outcome.isConfirmed()) {
      failuresInARow = 0;
      replayed.accept(letter);
      letters.settle(letter);
    } else {
      failuresInARow++;
    }
    items.add(
        new Item(
            letter.id(),
            letter.queue().name(),
            outcome.isConfirmed() ? Item.REPLAYED : Outcomes.name(outcome),
            Outcomes.reason(outcome)));
  }

  /** A letter that has been published. */
  private record Sent(Letter letter, String messageId, CompletableFuture<PublishOutcome> outcome) {}
}

package dev.warren.producer.deadletters;

import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.messaging.publish.PublishOutcome;
import dev.warren.producer.deadletters.LetterReport.Item;
import dev.warren.producer.publishing.Outcomes;
import java.io.IOException;
import java.util.ArrayDeque;
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
  private final List<Item> items;
  private final Deque<Sent> inFlight = new ArrayDeque<>();
  private int failuresInARow;

  /**
   * A run.
   *
   * @param target the queue to put them into
   * @param replayed is told of each letter that is confirmed
   * @param items is added to, in order, what became of each letter
   */
  ReplayRun(
      ConfirmedPublisher publisher,
      TakenLetters letters,
      String target,
      Consumer<Letter> replayed,
      List<Item> items) {
    this.publisher = publisher;
    this.letters = letters;
    this.target = target;
    this.replayed = replayed;
    this.items = items;
  }

  /** Puts back those that are selected. */
  void replay(LetterSelection selection, int max) throws IOException, InterruptedException {
    try {
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
    } finally {
      inFlight.forEach(this::report); // this broke off, yet what is published is published
    }
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
    if (report(sent)) {
      failuresInARow = 0;
      letters.settle(sent.letter);
    } else {
      failuresInARow++;
    }
  }

  /** Says what became of it; whether it is confirmed. */
  private boolean report(Sent sent) {
    PublishOutcome outcome = sent.outcome.join();
    Letter letter = sent.letter;
    items.add(
        new Item(
            letter.id(),
            letter.queue().name(),
            outcome.isConfirmed() ? Item.REPLAYED : Outcomes.name(outcome),
            Outcomes.reason(outcome)));
    if (outcome.isConfirmed()) {
      replayed.accept(letter);
    }
    return outcome.isConfirmed();
  }

  /** A letter that has been published. */
  private record Sent(Letter letter, String messageId, CompletableFuture<PublishOutcome> outcome) {}
}

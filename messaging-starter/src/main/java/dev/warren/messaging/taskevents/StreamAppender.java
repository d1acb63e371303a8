package dev.warren.messaging.taskevents;

import dev.warren.contracts.TaskEvents;
import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.messaging.publish.OutgoingMessages;
import dev.warren.messaging.publish.PublishOutcome;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends messages to the stream, one after the other, each until the broker has confirmed it. One
 * that may have arrived is sent again as well: readers of the history take a repetition for what it
 * is.
 */
final class StreamAppender {

  private static final Logger log = LoggerFactory.getLogger(StreamAppender.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final int REPORT_EVERY = 15;

  private final ConfirmedPublisher publisher;
  private final OutgoingMessages messages;

  StreamAppender(ConfirmedPublisher publisher, OutgoingMessages messages) {
    this.publisher = publisher;
    this.messages = messages;
  }

  /** Returns when the broker has the message. */
  void append(byte[] jsonArray) throws InterruptedException {
    Duration pause = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      PublishOutcome outcome = publish(jsonArray);
      if (outcome.isConfirmed()) {
        return;
      }
      if (attempt % REPORT_EVERY == 1) {
        log.warn("Task events are waiting, attempt {} ended in: {}", attempt, outcome);
      }
      Thread.sleep(pause.toMillis());
      Duration next = pause.multipliedBy(2);
      pause = next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
    }
  }

  /** A failure that should not be is tried again too: this thread must not end by it. */
  private PublishOutcome publish(byte[] jsonArray) throws InterruptedException {
    try {
      return publisher.publish("", TaskEvents.STREAM, messages.json(jsonArray)).get();
    } catch (ExecutionException | RuntimeException e) {
      log.error("Publishing task events failed unexpectedly", e);
      return new PublishOutcome.NotSent(e.toString());
    }
  }
}

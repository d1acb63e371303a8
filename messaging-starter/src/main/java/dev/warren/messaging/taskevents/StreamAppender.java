package dev.warren.messaging.taskevents;

import dev.warren.contracts.TaskEvents;
import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.messaging.publish.OutgoingMessages;
import dev.warren.messaging.publish.PublishOutcome;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;

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
  private final TaskEventAppendListener listener;

  StreamAppender(
      ConfirmedPublisher publisher, OutgoingMessages messages, TaskEventAppendListener listener) {
    this.publisher = publisher;
    this.messages = messages;
    this.listener = listener;
  }

  /** Returns when the broker has the events, as one message. */
  void append(TaskEventBatch batch) throws InterruptedException {
    String messageId = UUID.randomUUID().toString();
    byte[] body = batch.toJson();
    listener.appending(messageId, body, batch.events());
    append(messages.json(messageId, body));
  }

  private void append(Message message) throws InterruptedException {
    Duration pause = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      PublishOutcome outcome = publish(message);
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
  private PublishOutcome publish(Message message) throws InterruptedException {
    try {
      return publisher.publish("", TaskEvents.STREAM, message).get();
    } catch (ExecutionException | RuntimeException | Error e) {
      log.error("Publishing task events failed unexpectedly", e);
      return new PublishOutcome.NotSent(e.toString());
    }
  }
}

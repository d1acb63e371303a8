package dev.warren.producer.workqueue;

import dev.warren.contracts.TaskEvent;
import dev.warren.contracts.WorkQueue;
import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.messaging.publish.OutgoingMessages;
import dev.warren.messaging.publish.PublishOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Publishes many tasks without waiting for one confirm before the next. When the broker cannot be
 * reached any more the rest is not tried: each try would wait for a timeout of its own.
 */
@Component
class BulkPublisher {

  private static final String DEFAULT_EXCHANGE = "";
  private static final PublishOutcome GIVEN_UP =
      new PublishOutcome.NotSent("the broker was lost under an earlier task of the bulk");

  private final ConfirmedPublisher publisher;
  private final OutgoingMessages messages;
  private final SubmittedTasks tasks;

  BulkPublisher(ConfirmedPublisher publisher, OutgoingMessages messages, SubmittedTasks tasks) {
    this.publisher = publisher;
    this.messages = messages;
    this.tasks = tasks;
  }

  /** Returns when the outcome of each is known. */
  BulkAnswer publish(List<BulkItem> items) {
    List<BulkAnswer.Item> answers = new ArrayList<>(items.size());
    List<TaskEvent> confirmed = new ArrayList<>(items.size());
    for (SentTask task : send(items)) {
      BulkAnswer.Item answer = task.answer();
      answers.add(answer);
      if (answer.isConfirmed() && task.event() != null) {
        confirmed.add(task.event());
      }
    }
    tasks.confirmed(confirmed);
    return new BulkAnswer(items.size(), confirmed.size(), answers);
  }

  private List<SentTask> send(List<BulkItem> items) {
    Instant now = Instant.now();
    List<SentTask> sent = new ArrayList<>(items.size());
    int oldest = 0;
    PublishOutcome loss = null;
    for (BulkItem item : items) {
      SentTask task = send(item, now, loss);
      sent.add(task);
      loss = loss == null ? task.loss() : loss;
      while (loss == null && oldest < sent.size() && !sent.get(oldest).isPending()) {
        loss = sent.get(oldest++).loss();
      }
    }
    return sent;
  }

  private SentTask send(BulkItem item, Instant now, @Nullable PublishOutcome loss) {
    String text = item.text();
    if (text == null) {
      return SentTask.invalid(item);
    }
    String id = messages.newId();
    return new SentTask(
        TaskEvent.submitted(id, text, now),
        loss == null
            ? publisher.publish(DEFAULT_EXCHANGE, WorkQueue.QUEUE, messages.text(id, text))
            : CompletableFuture.completedFuture(GIVEN_UP),
        null);
  }
}

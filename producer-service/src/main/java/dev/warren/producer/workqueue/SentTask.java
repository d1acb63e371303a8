package dev.warren.producer.workqueue;

import dev.warren.contracts.TaskEvent;
import dev.warren.messaging.publish.PublishOutcome;
import dev.warren.messaging.publish.PublishOutcome.NotSent;
import dev.warren.messaging.publish.PublishOutcome.Unconfirmed;
import dev.warren.producer.publishing.Outcomes;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A task of a bulk on its way, or one that never was a task and has neither id nor outcome.
 *
 * @param event what to tell of it once it is confirmed
 * @param outcome what the broker says
 * @param error why it was not sent
 */
record SentTask(
    @Nullable TaskEvent event,
    @Nullable CompletableFuture<PublishOutcome> outcome,
    @Nullable String error) {

  static SentTask invalid(BulkItem item) {
    return new SentTask(null, null, item.error());
  }

  /** It is known that the broker cannot be reached; null as long as it is not. */
  @Nullable PublishOutcome loss() {
    PublishOutcome known = outcome == null ? null : outcome.getNow(null);
    return known instanceof NotSent || known instanceof Unconfirmed ? known : null;
  }

  boolean isPending() {
    return outcome != null && !outcome.isDone();
  }

  /** Waits for the outcome. */
  BulkAnswer.Item answer() {
    if (event == null || outcome == null) {
      return new BulkAnswer.Item(null, BulkAnswer.INVALID, Objects.requireNonNull(error));
    }
    PublishOutcome known = outcome.join();
    return new BulkAnswer.Item(event.taskId(), Outcomes.name(known), Outcomes.reason(known));
  }
}

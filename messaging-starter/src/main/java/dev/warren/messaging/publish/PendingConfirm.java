package dev.warren.messaging.publish;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A message that was sent and has not been confirmed yet. */
final class PendingConfirm {

  final String messageId;
  final long deadlineNanos;
  final CompletableFuture<PublishOutcome> outcome = new CompletableFuture<>();

  /** Set by the connection's reading thread, and read by it when the confirm follows. */
  private PublishOutcome.@Nullable Returned returned;

  PendingConfirm(String messageId, long deadlineNanos) {
    this.messageId = messageId;
    this.deadlineNanos = deadlineNanos;
  }

  void returned(int replyCode, String replyText) {
    returned = new PublishOutcome.Returned(replyCode, replyText);
  }

  PublishOutcome acknowledged() {
    return returned != null ? returned : new PublishOutcome.Confirmed();
  }
}

package dev.warren.messaging.publish;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages of one channel that await their confirms, by publish sequence number. Each leaves it
 * exactly once, which completes its future and frees its place.
 */
final class PendingConfirms {

  private static final Logger log = LoggerFactory.getLogger(PendingConfirms.class);

  private final ConcurrentNavigableMap<Long, PendingConfirm> bySequence =
      new ConcurrentSkipListMap<>();
  private final Map<String, PendingConfirm> byMessageId = new ConcurrentHashMap<>();
  private final Semaphore places;

  PendingConfirms(Semaphore places) {
    this.places = places;
  }

  void add(long sequence, PendingConfirm pending) {
    byMessageId.put(pending.messageId, pending);
    bySequence.put(sequence, pending);
  }

  /** The broker returned a message; its confirm follows. */
  void returned(String messageId, int replyCode, String replyText) {
    PendingConfirm pending = byMessageId.get(messageId);
    if (pending != null) {
      pending.returned(replyCode, replyText);
    }
  }

  void acknowledged(long sequence, boolean multiple) {
    settle(sequence, multiple, null);
  }

  void nacked(long sequence, boolean multiple) {
    settle(
        sequence,
        multiple,
        new PublishOutcome.Nacked("the broker refused it, as a full queue does"));
  }

  /** When the one that was sent first will be given up; null if none waits. */
  @Nullable Long firstDeadlineNanos() {
    Map.Entry<Long, PendingConfirm> first = bySequence.firstEntry();
    return first == null ? null : first.getValue().deadlineNanos;
  }

  /**
   * Gives up on those whose time is over. Who waited for a place has an earlier deadline than
   * others that were sent before it, so all are looked at.
   */
  void expire(long nowNanos, String reason) {
    bySequence.forEach(
        (sequence, pending) -> {
          if (pending.deadlineNanos - nowNanos <= 0) {
            finish(sequence, new PublishOutcome.Unconfirmed(reason));
          }
        });
  }

  /** Waits until none waits any more, but no longer than this. */
  void await(Duration longest) throws InterruptedException {
    CompletableFuture<?>[] outcomes =
        bySequence.values().stream()
            .map(pending -> pending.outcome)
            .toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(outcomes).get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      log.debug("Some messages are not confirmed after {}", longest, e);
    }
  }

  synchronized void giveUpAll(String reason) {
    bySequence.keySet().forEach(s -> finish(s, new PublishOutcome.Unconfirmed(reason)));
  }

  /**
   * Gives up after the broker closed the channel for one of these messages, and with that ignored
   * all that came after it. The last one is among those, so it was certainly not kept; of the
   * others nobody knows.
   */
  synchronized void giveUpAllButRefuseTheLast(String reason) {
    Map.Entry<Long, PendingConfirm> last = bySequence.lastEntry();
    if (last != null) {
      finish(last.getKey(), new PublishOutcome.NotSent(reason));
      giveUpAll(reason);
    }
  }

  /** Ends the wait of one with this outcome, unless it has another one already. */
  void finish(long sequence, PublishOutcome outcome) {
    PendingConfirm pending = bySequence.remove(sequence);
    if (pending != null) {
      complete(pending, outcome);
    }
  }

  private void settle(long sequence, boolean multiple, PublishOutcome.@Nullable Nacked nack) {
    if (!multiple) {
      settleOne(bySequence.remove(sequence), nack);
      return;
    }
    Map.Entry<Long, PendingConfirm> first = bySequence.firstEntry();
    while (first != null && first.getKey() <= sequence) {
      settleOne(bySequence.remove(first.getKey()), nack);
      first = bySequence.firstEntry();
    }
  }

  private void settleOne(@Nullable PendingConfirm pending, PublishOutcome.@Nullable Nacked nack) {
    if (pending != null) {
      complete(pending, nack != null ? nack : pending.acknowledged());
    }
  }

  private void complete(PendingConfirm pending, PublishOutcome outcome) {
    byMessageId.remove(pending.messageId, pending);
    places.release();
    pending.outcome.complete(outcome);
  }
}

package dev.warren.worker.retry.ladder;

import dev.warren.contracts.DeadLetter;
import dev.warren.contracts.WorkQueue;
import dev.warren.worker.retry.FailedAttempt;
import dev.warren.worker.retry.Mechanism;
import dev.warren.worker.retry.Relocation;
import dev.warren.worker.retry.RetryMechanism;
import dev.warren.worker.retry.Verdict;
import org.springframework.amqp.core.MessageProperties;

/**
 * Moves a failed task to the queue that leads it back after a while, with a count of its attempts.
 *
 * <p>If that queue does not take it, it waits here for as long as it would have waited there, and
 * goes back into its own: then its next attempt is uncounted from RabbitMQ 4.3 on.
 *
 * @see <a href="https://www.rabbitmq.com/docs/ttl">Time to live</a>
 */
class LadderRetry implements RetryMechanism {

  private final Ladder ladder;
  private final Relocation relocation;

  LadderRetry(Ladder ladder, Relocation relocation) {
    this.ladder = ladder;
    this.relocation = relocation;
  }

  @Override
  public Mechanism mechanism() {
    return Mechanism.LADDER;
  }

  @Override
  public Verdict postpone(FailedAttempt failed) {
    return relocation.moveOrHold(
        failed.delivery(),
        ladder.after(failed.attempt()),
        properties -> count(failed, properties),
        ladder.delayAfter(failed.attempt()));
  }

  private static void count(FailedAttempt failed, MessageProperties properties) {
    properties.setHeader(WorkQueue.RETRY_COUNT, failed.attempt());
    if (failed.firstAttemptAt() != null) {
      properties.setHeader(DeadLetter.FIRST_ATTEMPT_AT, failed.firstAttemptAt().toEpochMilli());
    }
  }
}

package dev.warren.worker.retry;

import dev.warren.contracts.DeadLetter;
import dev.warren.contracts.WorkQueue;
import dev.warren.messaging.identity.InstanceName;
import dev.warren.messaging.listen.ListenerOutcome;
import java.time.Clock;
import org.springframework.amqp.core.MessageProperties;

/**
 * Puts tasks that are given up into {@code task_queue.dlq}, with what is known of why.
 *
 * @see <a href="https://www.rabbitmq.com/docs/dlx">Dead-letter exchanges</a>
 */
public final class DeadLetters {

  private final Relocation relocation;
  private final String worker;
  private final Clock clock;

  DeadLetters(Relocation relocation, InstanceName worker, Clock clock) {
    this.relocation = relocation;
    this.worker = worker.value();
    this.clock = clock;
  }

  /**
   * Gives a task up. If the dead-letter queue does not take it, it is rejected: then the broker
   * keeps it where it is until the queue does, and what is lost is only our word on it.
   */
  public Verdict put(FailedAttempt failed) {
    boolean isUntried = failed.reason() == Reason.REJECTED;
    (isUntried ? ListenerOutcome.REJECTED : ListenerOutcome.DEAD_LETTERED).report();
    boolean moved =
        relocation.move(
            failed.delivery(),
            WorkQueue.DEAD_LETTER_QUEUE,
            properties -> describe(failed, properties));
    return moved ? Verdict.ACKNOWLEDGE : Verdict.REJECT;
  }

  private void describe(FailedAttempt failed, MessageProperties properties) {
    properties.setHeader(DeadLetter.REASON, failed.reason().label());
    properties.setHeader(DeadLetter.EXCEPTION, failed.errorLine());
    properties.setHeader(DeadLetter.ATTEMPTS, failed.attempt());
    properties.setHeader(DeadLetter.WORKER, worker);
    if (failed.firstAttemptAt() != null) {
      properties.setHeader(DeadLetter.FIRST_ATTEMPT_AT, failed.firstAttemptAt().toEpochMilli());
    }
    properties.setHeader(DeadLetter.FAILED_AT, clock.millis());
    properties.getHeaders().remove(WorkQueue.RETRY_COUNT);
  }
}

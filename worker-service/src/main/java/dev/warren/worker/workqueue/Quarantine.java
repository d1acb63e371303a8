package dev.warren.worker.workqueue;

import dev.warren.contracts.WorkQueue;
import dev.warren.messaging.listen.ListenerOutcome;
import dev.warren.worker.retry.Delivery;
import dev.warren.worker.retry.Mechanism;
import dev.warren.worker.retry.Relocation;
import dev.warren.worker.retry.Retries;
import dev.warren.worker.retry.Verdict;
import org.springframework.amqp.core.Message;

/**
 * Sets tasks aside that were in the hands of workers that died: one of them may be the cause. They
 * go to a queue where they are tried one by one, so the innocent ones are done there, and the one
 * that kills its worker kills it alone.
 *
 * @see <a href="https://www.rabbitmq.com/docs/quorum-queues#poison-message-handling">Poison message
 *     handling</a>
 */
final class Quarantine {

  private static final String SET_ASIDE_AT = "x-warren-set-aside-at";

  private final Relocation relocation;
  private final Retries retries;
  private final TaskReporter reporter;
  private final int threshold;
  private final Settlement settlement;

  /**
   * @param threshold how many deliveries have to be lost
   * @param settlement how the ones that are set aside are acknowledged in their first queue
   */
  Quarantine(
      Relocation relocation,
      Retries retries,
      TaskReporter reporter,
      int threshold,
      Settlement settlement) {
    this.relocation = relocation;
    this.retries = retries;
    this.reporter = reporter;
    this.threshold = threshold;
    this.settlement = settlement;
  }

  /**
   * Whether so many deliveries were lost. Where the broker holds failed tasks back it counts those
   * deliveries too, but only as many as a task has attempts: one more was lost.
   */
  boolean suspects(Task task) {
    if (task.cameBack() < threshold) {
      return false;
    }
    boolean countsFailures = retries.current().mechanism() == Mechanism.BROKER;
    return !countsFailures || task.cameBack() >= retries.maxAttempts();
  }

  /** Lost as many deliveries in quarantine, where it was alone each time. */
  boolean isGuilty(Task task) {
    return task.cameBack() >= threshold;
  }

  /**
   * Waits until those that were set aside together are acknowledged. If the first of them killed
   * the worker before that, all of them would be set aside once more, and that one as well.
   *
   * @throws InterruptedException if shutdown does not wait for that
   */
  void awaitSettlement(Message message) throws InterruptedException {
    if (message.getMessageProperties().getHeader(SET_ASIDE_AT) instanceof Long since) {
      long longest = settlement.delay().toMillis();
      long left = since + longest - System.currentTimeMillis();
      Thread.sleep(Math.max(0, Math.min(left, longest)));
    }
  }

  Verdict setAside(Delivery delivery, Task task) {
    Verdict verdict =
        relocation.moveOrHold(
            delivery,
            WorkQueue.SUSPECTS_QUEUE,
            properties -> {
              properties.setHeader(WorkQueue.RETRY_COUNT, task.attempt() - 1);
              properties.setHeader(SET_ASIDE_AT, System.currentTimeMillis());
            },
            Relocation.LONGEST_PATIENCE);
    if (verdict == Verdict.ACKNOWLEDGE) {
      ListenerOutcome.SET_ASIDE.report();
      reporter.setAside(task);
    }
    return verdict;
  }
}

package dev.warren.worker.retry.broker;

import dev.warren.worker.retry.FailedAttempt;
import dev.warren.worker.retry.Mechanism;
import dev.warren.worker.retry.RetryMechanism;
import dev.warren.worker.retry.Verdict;
import org.springframework.stereotype.Component;

/**
 * Rejects a failed task for later. How much later is the policy {@code task_queue.delayed-retry} in
 * {@code broker/definitions-4.3.json}: {@code delayed-retry-min} times the failed deliveries, at
 * most {@code delayed-retry-max}.
 *
 * <p>Only {@code basic.reject} counts a delivery as failed and delays it; {@code basic.nack} brings
 * it back at once and uncounted.
 *
 * @see <a href="https://www.rabbitmq.com/docs/quorum-queues#delayed-retry">Delayed retry</a>
 */
@Component
class BrokerRetry implements RetryMechanism {

  @Override
  public Mechanism mechanism() {
    return Mechanism.BROKER;
  }

  @Override
  public Verdict postpone(FailedAttempt failed) {
    return Verdict.TRY_LATER;
  }
}

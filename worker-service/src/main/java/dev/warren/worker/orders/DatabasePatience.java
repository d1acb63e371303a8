package dev.warren.worker.orders;

import dev.warren.database.DatabaseAway;
import dev.warren.worker.StopSignal;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;

/**
 * Repeats work for as long as the database is away and the service does not stop, after pauses that
 * grow to 5 s. Everything else fails at once.
 */
class DatabasePatience {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Logger log = LoggerFactory.getLogger(DatabasePatience.class);

  private final RetryTemplate retries;

  /**
   * @param stop ends the patience
   */
  DatabasePatience(StopSignal stop) {
    retries =
        new RetryTemplate(
            RetryPolicy.builder()
                .maxRetries(Long.MAX_VALUE)
                .delay(FIRST_PAUSE)
                .multiplier(2)
                .maxDelay(LONGEST_PAUSE)
                .predicate(failure -> !stop.isGiven() && DatabaseAway.isCauseOf(failure))
                .build());
    retries.setRetryListener(new Report());
  }

  /** Returns when the work is done; throws what it threw otherwise. */
  void invoke(Runnable work) {
    retries.invoke(work);
  }

  private static final class Report implements RetryListener {
    @Override
    public void onRetryFailure(RetryPolicy policy, Retryable<?> work, Throwable failure) {
      log.warn("The database is away, orders wait for it: {}", DatabaseAway.why(failure));
    }
  }
}

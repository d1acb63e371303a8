package dev.warren.worker.retry.inprocess;

import dev.warren.worker.StopSignal;
import dev.warren.worker.retry.AttemptResult;
import dev.warren.worker.retry.FailedAttempt;
import dev.warren.worker.retry.Mechanism;
import dev.warren.worker.retry.RetryMechanism;
import dev.warren.worker.retry.RetryProperties;
import dev.warren.worker.retry.Verdict;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/**
 * Makes all attempts of a task one after the other, with short pauses, before the next task has its
 * turn.
 *
 * @see <a href="https://docs.spring.io/spring-framework/reference/core/resilience.html">Spring's
 *     RetryTemplate</a>
 */
@Component
class InProcessRetry implements RetryMechanism {

  private final RetryTemplate template;
  private final int maxAttempts;
  private final StopSignal stop;

  /**
   * @param stop after which no further attempt is made
   */
  InProcessRetry(RetryProperties properties, StopSignal stop) {
    this.maxAttempts = properties.maxAttempts();
    this.stop = stop;
    this.template =
        new RetryTemplate(
            RetryPolicy.builder()
                .maxRetries(maxAttempts - 1L)
                .delay(properties.inProcess().delay())
                .multiplier(properties.inProcess().multiplier())
                .includes(AttemptFailedException.class)
                .predicate(failure -> !stop.isGiven())
                .build());
  }

  @Override
  public Mechanism mechanism() {
    return Mechanism.IN_PROCESS;
  }

  @Override
  public AttemptResult attempt(int number, IntFunction<AttemptResult> attempts) {
    AtomicInteger next = new AtomicInteger(number);
    try {
      return template.execute(() -> attempt(number, next.getAndIncrement(), attempts));
    } catch (RetryException e) {
      return cutShort(e.getCause());
    }
  }

  private AttemptResult attempt(int first, int number, IntFunction<AttemptResult> attempts)
      throws AttemptFailedException {
    boolean cameInThePause = number > first && stop.isGiven();
    return cameInThePause ? AttemptResult.INTERRUPTED : lastOrThrow(attempts.apply(number));
  }

  private static AttemptResult cutShort(Throwable cause) {
    if (cause instanceof RuntimeException defect) {
      throw defect;
    }
    if (cause instanceof Error defect) {
      throw defect;
    }
    Thread.interrupted(); // a pause was cut short; the flag would close the connection
    return AttemptResult.INTERRUPTED;
  }

  private AttemptResult lastOrThrow(AttemptResult result) throws AttemptFailedException {
    FailedAttempt failure = result.failure();
    if (failure != null && failure.attempt() < maxAttempts) {
      throw new AttemptFailedException();
    }
    return result;
  }

  /** Nothing is left to arrange: the last attempt was made. */
  @Override
  public Verdict postpone(FailedAttempt failed) {
    return Verdict.GIVE_BACK;
  }

  /** There is another attempt. */
  private static final class AttemptFailedException extends Exception {
    private static final long serialVersionUID = 1L;
  }
}

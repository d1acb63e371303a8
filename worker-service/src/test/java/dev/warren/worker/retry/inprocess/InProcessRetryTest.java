package dev.warren.worker.retry.inprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.worker.StopSignal;
import dev.warren.worker.retry.AttemptResult;
import dev.warren.worker.retry.Delivery;
import dev.warren.worker.retry.FailedAttempt;
import dev.warren.worker.retry.Reason;
import dev.warren.worker.retry.RetryProperties;
import dev.warren.worker.support.GivenStop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.MessageBuilder;

class InProcessRetryTest {

  private final StopSignal stop = new StopSignal();
  private final InProcessRetry retry = retry(Duration.ofMillis(1));

  @Test
  void aDefectOfOursIsNoInterruption() {
    IllegalStateException defect = new IllegalStateException("a defect");
    IntFunction<AttemptResult> attempts =
        number -> {
          throw defect;
        };

    assertThatThrownBy(() -> retry.attempt(1, attempts)).isSameAs(defect);
  }

  @Test
  void anErrorOfOursIsNoInterruption() {
    StackOverflowError error = new StackOverflowError();
    IntFunction<AttemptResult> attempts =
        number -> {
          throw error;
        };

    assertThatThrownBy(() -> retry.attempt(1, attempts)).isSameAs(error);
  }

  @Test
  void makesNoFurtherAttemptWhenTheServiceStops() {
    AtomicInteger attempts = new AtomicInteger();

    AttemptResult result =
        retry.attempt(
            1,
            number -> {
              attempts.incrementAndGet();
              GivenStop.to(stop);
              return failed(number);
            });

    assertThat(result).isEqualTo(AttemptResult.INTERRUPTED);
    assertThat(attempts).hasValue(1);
  }

  @Test
  void makesNoFurtherAttemptWhenTheServiceStopsDuringAPause() {
    InProcessRetry slow = retry(Duration.ofSeconds(2));
    AtomicInteger attempts = new AtomicInteger();
    Executor later = CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS);

    AttemptResult result =
        slow.attempt(
            1,
            number -> {
              attempts.incrementAndGet();
              later.execute(() -> GivenStop.to(stop));
              return failed(number);
            });

    assertThat(result).isEqualTo(AttemptResult.INTERRUPTED);
    assertThat(attempts).hasValue(1);
  }

  private InProcessRetry retry(Duration pause) {
    return new InProcessRetry(
        new RetryProperties(
            RetryProperties.Choice.IN_PROCESS,
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(1)),
            new RetryProperties.InProcess(pause, 1)),
        stop);
  }

  private static AttemptResult failed(int number) {
    return AttemptResult.failed(
        new FailedAttempt(
            new Delivery(MessageBuilder.withBody(new byte[0]).build(), "id-1", () -> true),
            number,
            null,
            Reason.FAILED,
            "simulated"));
  }
}

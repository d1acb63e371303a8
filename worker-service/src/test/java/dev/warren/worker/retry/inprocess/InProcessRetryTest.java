package dev.warren.worker.retry.inprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.worker.StopSignal;
import dev.warren.worker.retry.AttemptResult;
import dev.warren.worker.retry.FailedAttempt;
import dev.warren.worker.retry.Reason;
import dev.warren.worker.retry.RetryProperties;
import dev.warren.worker.support.GivenStop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.MessageBuilder;

class InProcessRetryTest {

  private final StopSignal stop = new StopSignal();
  private final InProcessRetry retry =
      new InProcessRetry(
          new RetryProperties(
              RetryProperties.Choice.IN_PROCESS,
              List.of(Duration.ofSeconds(1), Duration.ofSeconds(1)),
              new RetryProperties.InProcess(Duration.ofMillis(1), 1)),
          stop);

  @Test
  void aDefectOfOursIsNoInterruption() {
    IllegalStateException defect = new IllegalStateException("a defect");

    assertThatThrownBy(
            () ->
                retry.attempt(
                    1,
                    number -> {
                      throw defect;
                    }))
        .isSameAs(defect);
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

  private static AttemptResult failed(int number) {
    return AttemptResult.failed(
        new FailedAttempt(
            MessageBuilder.withBody(new byte[0]).build(),
            "id-1",
            number,
            null,
            Reason.FAILED,
            "simulated"));
  }
}

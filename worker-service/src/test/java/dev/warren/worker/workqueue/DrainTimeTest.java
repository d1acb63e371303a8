package dev.warren.worker.workqueue;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DrainTimeTest {

  @Test
  void acceptsAShutdownThatIsLongEnough() {
    assertThatNoException()
        .isThrownBy(() -> DrainTime.check(Duration.ofSeconds(60), Duration.ofSeconds(70)));
  }

  @Test
  void refusesAShutdownThatWouldCutTasksOffAndSaysWhatToSet() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DrainTime.check(Duration.ofSeconds(60), Duration.ofSeconds(69)))
        .withMessageContainingAll(
            "60 s", "70 s", "69 s", "WARREN_WORKER_MAX_TASK_DURATION", "WARREN_SHUTDOWN_TIMEOUT");
  }
}

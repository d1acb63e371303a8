package dev.warren.worker.workqueue;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.warren.messaging.settings.WrongSettingException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DrainTimeTest {

  @Test
  void acceptsAShutdownThatIsLongEnough() {
    assertThatNoException().isThrownBy(() -> check(60, 62, 70));
  }

  @Test
  void refusesAShutdownThatWouldCutTasksOffAndSaysWhatToSet() {
    assertThatExceptionOfType(WrongSettingException.class)
        .isThrownBy(() -> check(60, 61, 69))
        .withMessageContainingAll(
            "60 s", "70 s", "69 s", "WARREN_WORKER_MAX_TASK_DURATION", "WARREN_SHUTDOWN_TIMEOUT");
  }

  @Test
  void refusesAShutdownThatWouldNotWaitForADeadline() {
    assertThatExceptionOfType(WrongSettingException.class)
        .isThrownBy(() -> check(60, 63, 70))
        .withMessageContainingAll("63 s", "71 s", "70 s", "WARREN_WORKER_TASK_DEADLINE");
  }

  @Test
  void refusesADeadlineThatTheLongestTaskWouldMiss() {
    assertThatExceptionOfType(WrongSettingException.class)
        .isThrownBy(() -> check(60, 60, 90))
        .withMessageContainingAll("60 s", "WARREN_WORKER_TASK_DEADLINE");
  }

  private static void check(int longest, int deadline, int phase) {
    DrainTime.check(
        Duration.ofSeconds(longest), Duration.ofSeconds(deadline), Duration.ofSeconds(phase));
  }
}

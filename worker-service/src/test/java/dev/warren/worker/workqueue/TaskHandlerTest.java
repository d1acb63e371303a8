package dev.warren.worker.workqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TaskHandlerTest {

  private final TaskHandler handler =
      new TaskHandler(Duration.ofSeconds(1), Duration.ofSeconds(60));

  @Test
  void worksAUnitForEachDot() {
    assertThat(handler.workIn("First message.")).hasSeconds(1);
    assertThat(handler.workIn("...a..b.")).hasSeconds(6);
  }

  @Test
  void hasNothingToDoWithoutDots() {
    assertThat(handler.workIn("")).isZero();
    assertThat(handler.workIn("no dots, but \u2026 and \uFF0E")).isZero();
  }

  @Test
  void neverWorksLongerThanTheCap() {
    assertThat(handler.workIn(".".repeat(60))).hasSeconds(60);
    assertThat(handler.workIn(".".repeat(61))).hasSeconds(60);
    assertThat(
            new TaskHandler(Duration.ofHours(1), Duration.ofSeconds(5)).workIn(".".repeat(1 << 20)))
        .hasSeconds(5);
  }

  @Test
  void takesTheTimeThatTheWorkTakes() throws InterruptedException {
    long start = System.nanoTime();

    new TaskHandler(Duration.ofMillis(20), Duration.ofSeconds(60)).work("...");

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(60));
  }

  @Test
  void stopsWhenInterrupted() {
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> handler.work("."));
  }
}

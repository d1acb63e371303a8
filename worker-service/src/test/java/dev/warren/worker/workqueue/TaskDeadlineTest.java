package dev.warren.worker.workqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskDeadlineTest {

  private final TaskDeadline deadline = new TaskDeadline(Duration.ofMillis(50)).watching();

  @AfterEach
  void stop() {
    deadline.close();
  }

  @Test
  void whatTakesTooLongIsCutOffAndNothingOfItRemains() {
    assertThatThrownBy(() -> deadline.within(this::forEver))
        .isInstanceOf(TaskTimedOutException.class)
        .hasMessageContaining("50 ms");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void whatComesOfTheInterruptionDoesNotMatter() {
    assertThatThrownBy(
            () ->
                deadline.within(
                    () -> {
                      try {
                        forEver();
                      } catch (InterruptedException e) {
                        throw new IllegalStateException("stopped", e);
                      }
                    }))
        .isInstanceOf(TaskTimedOutException.class)
        .hasRootCauseInstanceOf(InterruptedException.class);
  }

  @Test
  void whatIsDoneInTimeIsLeftAlone() {
    assertThatCode(() -> deadline.within(() -> {})).doesNotThrowAnyException();
    assertThatThrownBy(
            () ->
                deadline.within(
                    () -> {
                      throw new IllegalStateException("of its own");
                    }))
        .hasMessage("of its own");
  }

  @Test
  void anInterruptionBySomebodyElseIsTheirs() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> deadline.within(this::forEver))
        .isInstanceOf(InterruptedException.class);
  }

  private void forEver() throws InterruptedException {
    new CountDownLatch(1).await();
  }
}

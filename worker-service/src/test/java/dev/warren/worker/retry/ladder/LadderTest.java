package dev.warren.worker.retry.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.contracts.WorkQueue;
import dev.warren.worker.retry.RetryProperties;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LadderTest {

  @Test
  void aRungIsNamedAfterItsDelay() {
    Ladder ladder = new Ladder(List.of(Duration.ofMillis(1500), Duration.ofMinutes(2)));

    assertThat(ladder.rungs()).containsExactly("task_queue.retry.1500ms", "task_queue.retry.120s");
    assertThat(ladder.after(1)).isEqualTo("task_queue.retry.1500ms");
    assertThat(ladder.after(2)).isEqualTo("task_queue.retry.120s");
  }

  @Test
  void theDefaultRungsAreThoseOfTheContract() {
    RetryProperties defaults =
        new Binder(new MapConfigurationPropertySource())
            .bindOrCreate("warren.worker.retry", RetryProperties.class);

    assertThat(new Ladder(defaults.delays()).rungs())
        .containsExactly(
            WorkQueue.FIRST_RETRY_QUEUE, WorkQueue.SECOND_RETRY_QUEUE, WorkQueue.THIRD_RETRY_QUEUE);
    assertThat(defaults.maxAttempts()).isEqualTo(4);
  }
}

package dev.warren.worker.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.worker.retry.Mechanism;
import org.junit.jupiter.api.Test;

class WorkerJournalTest {

  private final WorkerJournal journal = new WorkerJournal();

  @Test
  void showsTheTaskInHand() {
    RunningTask task = journal.begin("1", "text");

    assertThat(status().busy()).isTrue();
    assertThat(status().current()).containsExactly(task);

    journal.end(task, Outcome.SUCCEEDED);

    assertThat(status().busy()).isFalse();
    assertThat(status().current()).isEmpty();
    assertThat(status().recent())
        .singleElement()
        .satisfies(
            finished -> {
              assertThat(finished.id()).isEqualTo("1");
              assertThat(finished.outcome()).isEqualTo(Outcome.SUCCEEDED);
            });
  }

  @Test
  void countsOutcomes() {
    journal.end(journal.begin("1", "a"), Outcome.SUCCEEDED);
    journal.end(journal.begin("2", "b"), Outcome.FAILED);
    journal.end(journal.begin("2", "b"), Outcome.RETRIED);
    journal.abandon(journal.begin("3", "c"));
    journal.hello(true);
    journal.hello(false);

    assertThat(status())
        .extracting(
            "processed", "succeeded", "failed", "retried", "hello", "unreadableHello", "busy")
        .containsExactly(2L, 1L, 1L, 1L, 1L, 1L, false);
  }

  @Test
  void remembersTheLastTwentyTasksAndTheBeginningsOfTheirTexts() {
    for (int i = 1; i <= 1000; i++) {
      journal.end(journal.begin("task " + i, "x".repeat(10_000)), Outcome.SUCCEEDED);
    }

    assertThat(status().recent()).hasSize(20);
    assertThat(status().recent().get(0).id()).isEqualTo("task 1000");
    assertThat(status().recent().get(19).id()).isEqualTo("task 981");
    assertThat(status().recent()).allMatch(task -> task.text().length() < 300);
  }

  private WorkerStatus status() {
    return journal.status("worker", 1, Mechanism.LADDER);
  }
}

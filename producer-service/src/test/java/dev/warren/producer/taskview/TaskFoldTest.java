package dev.warren.producer.taskview;

import static dev.warren.producer.taskview.Events.afterReplays;
import static dev.warren.producer.taskview.Events.failed;
import static dev.warren.producer.taskview.Events.replayed;
import static dev.warren.producer.taskview.Events.retrying;
import static dev.warren.producer.taskview.Events.started;
import static dev.warren.producer.taskview.Events.submitted;
import static dev.warren.producer.taskview.Events.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.contracts.TaskEvent;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TaskFoldTest {

  private static final Task SUCCEEDED =
      new Task(
          "a",
          "text of a",
          TaskState.SUCCEEDED,
          "worker-1",
          1,
          Events.SUBMITTED,
          Events.STARTED,
          Events.FINISHED,
          null,
          0);

  @Test
  void aTaskMovesFromQueuedToRunningToItsEnd() {
    assertThat(fold(submitted("a")).state()).isEqualTo(TaskState.QUEUED);
    assertThat(fold(submitted("a"), started("a", 1)).state()).isEqualTo(TaskState.RUNNING);
    assertThat(fold(submitted("a"), started("a", 1), succeeded("a", 1))).isEqualTo(SUCCEEDED);
  }

  @Test
  void aTaskThatIsTriedAgainIsQueuedAndSaysWhy() {
    Task waiting = fold(submitted("a"), started("a", 1), retrying("a", 1), started("a", 1));
    assertThat(waiting.state()).isEqualTo(TaskState.QUEUED);
    assertThat(waiting.attempts()).isEqualTo(1);
    assertThat(waiting.error()).isEqualTo("not yet");

    Task again = fold(submitted("a"), started("a", 1), retrying("a", 1), started("a", 2));
    assertThat(again.state()).isEqualTo(TaskState.RUNNING);
    assertThat(again.error()).isNull();
    assertThat(fold(failed("a", 2), retrying("a", 1), retrying("a", 2)).state())
        .isEqualTo(TaskState.FAILED);
  }

  @Test
  void repetitionsChangeNothing() {
    assertThat(
            fold(
                submitted("a"),
                submitted("a"),
                started("a", 1),
                submitted("a"),
                started("a", 1),
                succeeded("a", 1),
                started("a", 1),
                succeeded("a", 1)))
        .isEqualTo(SUCCEEDED);
  }

  @Test
  void anyOrderEndsAlike() {
    assertThat(fold(started("a", 1), submitted("a"), succeeded("a", 1))).isEqualTo(SUCCEEDED);
    assertThat(fold(succeeded("a", 1), started("a", 1), submitted("a"))).isEqualTo(SUCCEEDED);
    assertThat(fold(succeeded("a", 1), submitted("a"), started("a", 1))).isEqualTo(SUCCEEDED);
  }

  @Test
  void aFailureTellsWhy() {
    Task task = fold(submitted("a"), started("a", 1), failed("a", 1));

    assertThat(task.state()).isEqualTo(TaskState.FAILED);
    assertThat(task.error()).isEqualTo("no luck");
    assertThat(task.finishedAt()).isEqualTo(Events.FINISHED);
  }

  @Test
  void onlyAHigherAttemptReopens() {
    Task failed = fold(submitted("a"), started("a", 2), failed("a", 2));

    assertThat(TaskFold.apply(failed, started("a", 2)).state()).isEqualTo(TaskState.FAILED);
    assertThat(TaskFold.apply(failed, started("a", 1)).state()).isEqualTo(TaskState.FAILED);
    assertThat(TaskFold.apply(failed, submitted("a")).state()).isEqualTo(TaskState.FAILED);

    Task reopened = TaskFold.apply(failed, started("a", 3));
    assertThat(reopened.state()).isEqualTo(TaskState.RUNNING);
    assertThat(reopened.attempts()).isEqualTo(3);
    assertThat(reopened.worker()).isEqualTo("worker-3");
    assertThat(reopened.error()).isNull();
    assertThat(reopened.finishedAt()).isNull();
  }

  @Test
  void aReplayReopensWhateverTheAttempts() {
    Task failed = fold(submitted("a"), started("a", 4), failed("a", 4));

    Task replayed = TaskFold.apply(failed, replayed("a", 1));
    assertThat(replayed.state()).isEqualTo(TaskState.QUEUED);
    assertThat(replayed.attempts()).isZero();
    assertThat(replayed.replays()).isEqualTo(1);
    assertThat(replayed.error()).isNull();
    assertThat(replayed.text()).isEqualTo("text of a");

    assertThat(TaskFold.apply(replayed, failed("a", 4))).isEqualTo(replayed);
    assertThat(TaskFold.apply(replayed, replayed("a", 1))).isEqualTo(replayed);
    Task running = TaskFold.apply(replayed, afterReplays(1, started("a", 1)));
    assertThat(running.state()).isEqualTo(TaskState.RUNNING);
    assertThat(running.attempts()).isEqualTo(1);
    assertThat(TaskFold.apply(running, started("a", 4))).isEqualTo(running);
    assertThat(TaskFold.apply(running, replayed("a", 2)).state()).isEqualTo(TaskState.QUEUED);
  }

  @Test
  void aReplayThatIsToldLateChangesNothing() {
    Task done =
        fold(
            failed("a", 4),
            afterReplays(1, started("a", 1)),
            afterReplays(1, succeeded("a", 1)),
            replayed("a", 1));

    assertThat(done.state()).isEqualTo(TaskState.SUCCEEDED);
    assertThat(done.replays()).isEqualTo(1);
  }

  @Test
  void ofTwoEndsOfOneAttemptSuccessCounts() {
    assertThat(fold(failed("a", 1), succeeded("a", 1)).state()).isEqualTo(TaskState.SUCCEEDED);
    assertThat(fold(succeeded("a", 1), failed("a", 1)).state()).isEqualTo(TaskState.SUCCEEDED);
  }

  @Test
  void aForeignTaskIsKnownByItsWorkersWord() {
    TaskEvent started =
        new TaskEvent(
            TaskEvent.Type.STARTED, "a", "by hand", Events.STARTED, "w", 1, null, null, null);

    Task task = fold(started);

    assertThat(task.text()).isEqualTo("by hand");
    assertThat(task.submittedAt()).isNull();
    assertThat(task.since()).isEqualTo(Events.STARTED);
  }

  private static Task fold(TaskEvent... events) {
    Task task = null;
    for (TaskEvent event : events) {
      task = TaskFold.apply(task, event);
    }
    return Objects.requireNonNull(task);
  }
}

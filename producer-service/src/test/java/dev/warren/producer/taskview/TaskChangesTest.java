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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Which events of the stream are told as changes. */
class TaskChangesTest {

  private static final int LENGTH = 4;
  private static final List<TaskEvent> ALL =
      List.of(
          submitted("a"),
          submitted("a", 9),
          started("a", 1),
          retrying("a", 1),
          failed("a", 1),
          succeeded("a", 1),
          started("a", 2),
          failed("a", 2),
          replayed("a", 1),
          afterReplays(1, started("a", 1)),
          afterReplays(1, failed("a", 1)),
          afterReplays(1, succeeded("a", 1)));

  private final TaskView view = new TaskView(10, 1_000_000);
  private long offset;

  @Test
  void aTaskThatIsSubmittedAfterItsEndIsNotQueuedAgain() {
    TaskEvent foreign =
        new TaskEvent(
            TaskEvent.Type.SUCCEEDED, "a", null, Events.FINISHED, "w", 1, null, null, null);

    assertThat(told(foreign, submitted("a"))).containsExactly(TaskState.SUCCEEDED);

    Task task = view.find("a").orElseThrow();
    assertThat(task.text()).isEqualTo("text of a");
    assertThat(task.submittedAt()).isEqualTo(Events.SUBMITTED);
  }

  @Test
  void aTaskThatIsSubmittedWhileItRunsIsNotQueuedAgain() {
    assertThat(told(started("a", 1), submitted("a"), succeeded("a", 1)))
        .containsExactly(TaskState.RUNNING, TaskState.SUCCEEDED);
  }

  @Test
  void aReplayIsNotToldAfterWhatCameOfIt() {
    assertThat(
            told(
                failed("a", 4),
                afterReplays(1, started("a", 1)),
                replayed("a", 1),
                afterReplays(1, succeeded("a", 1)),
                replayed("a", 1)))
        .containsExactly(TaskState.FAILED, TaskState.RUNNING, TaskState.SUCCEEDED);
  }

  @Test
  void anAttemptIsNotToldAfterTheNextOne() {
    assertThat(told(started("a", 1), started("a", 2), retrying("a", 1), retrying("a", 2)))
        .containsExactly(TaskState.RUNNING, TaskState.RUNNING, TaskState.QUEUED);
  }

  @Test
  void anAttemptThatAnotherWorkerBeginsAnewIsTold() {
    TaskEvent anew =
        new TaskEvent(TaskEvent.Type.STARTED, "a", null, Events.FINISHED, "w", 1, null, null, null);

    assertThat(told(started("a", 1), anew, started("a", 1)))
        .containsExactly(TaskState.RUNNING, TaskState.RUNNING);
  }

  @Test
  void aReplicaThatHeardOfAReplayEarlierTellsTheSame() {
    view.apply(List.of(submitted("a"), replayed("a", 1)));

    assertThat(told(started("a", 1), failed("a", 1), submitted("a"), replayed("a", 1)))
        .containsExactly(TaskState.RUNNING, TaskState.FAILED, TaskState.QUEUED);
  }

  @Test
  void whateverComesTheLastThatWasToldIsTheTasksState() {
    for (int sequence = 0; sequence < Math.pow(ALL.size(), LENGTH); sequence++) {
      TaskView fresh = new TaskView(10, 1_000_000);
      List<TaskEvent> events = sequence(sequence);
      for (TaskEvent event : events) {
        fresh.apply(event, next(event));
        List<StreamedEvent> history = fresh.history("a");
        assertThat(TaskChange.of(history.get(history.size() - 1).event()).state())
            .as("%s of %s", event, events)
            .isEqualTo(fresh.find("a").orElseThrow().state());
      }
    }
  }

  private static List<TaskEvent> sequence(int number) {
    List<TaskEvent> events = new ArrayList<>();
    for (int rest = number; events.size() < LENGTH; rest /= ALL.size()) {
      events.add(ALL.get(rest % ALL.size()));
    }
    return events;
  }

  /** What clients that listen are told, which is what those that come later are. */
  private List<TaskState> told(TaskEvent... events) {
    List<TaskState> told = new ArrayList<>();
    for (TaskEvent event : events) {
      if (view.apply(event, next(event))) {
        told.add(TaskChange.of(event).state());
      }
    }
    String id = Objects.requireNonNull(events[0]).taskId();
    assertThat(view.history(id))
        .extracting(streamed -> TaskChange.of(streamed.event()).state())
        .isEqualTo(told);
    return told;
  }

  private StreamedEvent next(TaskEvent event) {
    return StreamedEvent.of(new EventPosition(offset++, 0), event);
  }
}

package dev.warren.producer.taskview;

import static dev.warren.producer.taskview.Events.failed;
import static dev.warren.producer.taskview.Events.started;
import static dev.warren.producer.taskview.Events.submitted;
import static dev.warren.producer.taskview.Events.succeeded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.contracts.TaskEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TaskViewTest {

  private final TaskView view = new TaskView(3, 1_000_000);
  private long offset;

  @Test
  void listsTheNewestFirst() {
    apply(submitted("b", 2), submitted("a", 1), submitted("c", 3));

    assertThat(ids(null, 10)).containsExactly("c", "b", "a");
    assertThat(ids(null, 2)).containsExactly("c", "b");
  }

  @Test
  void listsTasksOfOneState() {
    apply(submitted("a", 1), submitted("b", 2), started("b", 1), submitted("c", 3));

    assertThat(ids(TaskState.QUEUED, 10)).containsExactly("c", "a");
    assertThat(ids(TaskState.RUNNING, 10)).containsExactly("b");
    assertThat(ids(TaskState.FAILED, 10)).isEmpty();
  }

  @Test
  void forgetsTheOldestFinishedTaskFirst() {
    apply(submitted("old", 1), submitted("x", 2), succeeded("x", 1));
    apply(submitted("y", 3), failed("y", 1));

    apply(submitted("new", 4));

    assertThat(ids(null, 10)).containsExactly("new", "y", "old");
  }

  @Test
  void forgetsTheOldestTaskWhenNoneIsFinished() {
    apply(submitted("a", 1), submitted("b", 2), submitted("c", 3), submitted("d", 4));

    assertThat(ids(null, 10)).containsExactly("d", "c", "b");
    assertThat(view.find("a")).isEmpty();
    assertThat(view.history("a")).isEmpty();
  }

  @Test
  void boundsTheTextItHolds() {
    TaskView small = new TaskView(1000, 2 * 100);

    for (int i = 0; i < 50; i++) {
      small.apply(
          List.of(TaskEvent.submitted("t" + i, "0123456789", Events.SUBMITTED.plusSeconds(i))));
    }

    assertThat(small.size()).isEqualTo(10);
    assertThat(small.find("t49")).isPresent();
  }

  @Test
  void keepsTheHistoryOfATaskWithoutRepetitions() {
    apply(submitted("a"), started("a", 1), started("a", 1), failed("a", 1), started("a", 2));

    assertThat(view.history("a"))
        .extracting(streamed -> streamed.event())
        .containsExactly(submitted("a"), started("a", 1), withoutError("a"), started("a", 2));
  }

  @Test
  void whatWasHeardHereBecomesHistoryWhenTheStreamBringsIt() {
    view.apply(List.of(submitted("a")));
    assertThat(view.find("a")).isPresent();
    assertThat(view.history("a")).isEmpty();

    assertThat(apply(submitted("a"))).isTrue();
    assertThat(apply(submitted("a"))).isFalse();

    assertThat(view.history("a")).hasSize(1);
  }

  /** The task's error is that of its latest attempt. */
  private static TaskEvent withoutError(String id) {
    StreamedEvent failed = StreamedEvent.of(new EventPosition(0, 0), failed(id, 1));
    return failed.telling(null, null).event();
  }

  private void apply(TaskEvent... events) {
    List.of(events).forEach(this::apply);
  }

  private boolean apply(TaskEvent event) {
    return view.apply(event, StreamedEvent.of(new EventPosition(offset++, 0), event));
  }

  private List<String> ids(@Nullable TaskState state, int limit) {
    return view.newest(state, limit).stream().map(Task::id).toList();
  }
}

package dev.warren.producer.tasks;

import dev.warren.contracts.TaskEvent;
import java.util.List;

/**
 * The broker has confirmed these tasks. Told within this process before the caller gets the answer,
 * so that the next request to this replica finds the tasks, whenever the stream brings them.
 *
 * @param submitted one {@link TaskEvent.Type#SUBMITTED} event per task, in order, or {@link
 *     TaskEvent.Type#REPLAYED}
 */
public record TasksConfirmed(List<TaskEvent> submitted) {

  public TasksConfirmed {
    submitted = List.copyOf(submitted);
  }
}

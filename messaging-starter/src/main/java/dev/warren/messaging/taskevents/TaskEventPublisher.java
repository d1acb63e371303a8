package dev.warren.messaging.taskevents;

import dev.warren.contracts.TaskEvent;
import java.util.List;

/**
 * Tells everybody what happens to tasks. At least once and in the order of the calls, as long as
 * the broker comes back before {@code warren.task-events.capacity} events are waiting.
 */
public interface TaskEventPublisher {

  /**
   * Hands an event over and returns at once, whatever state the broker is in. With too many events
   * waiting it is dropped, counted ({@code warren.task.events.dropped}) and logged. A text longer
   * than 64 Ki characters is cut.
   */
  void publish(TaskEvent event);

  /**
   * Hands over that an attempt began, likewise. If the attempt succeeds before that has left, both
   * leave as one event.
   */
  StartedAttempt begin(TaskEvent started);

  /** {@link #publish} for each. */
  default void publishAll(List<TaskEvent> events) {
    events.forEach(this::publish);
  }
}

package dev.warren.messaging.taskevents;

import dev.warren.contracts.TaskEvent;

/** An attempt whose end is to be told. */
@FunctionalInterface
public interface StartedAttempt {

  /** {@link TaskEventPublisher#publish} of a success, in one with the beginning if possible. */
  void succeeded(TaskEvent success);
}

package dev.warren.messaging.taskevents;

import dev.warren.contracts.TaskEvent;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** An event in the buffer, which may become a larger one until it is taken out. */
final class WaitingEvent {

  private final AtomicReference<@Nullable TaskEvent> event;

  /** In UTF-16 units; that of the larger event is the same. */
  final long textLength;

  WaitingEvent(TaskEvent event) {
    this.event = new AtomicReference<>(event);
    this.textLength = event.text() == null ? 0 : event.text().length();
  }

  /** Leaves the buffer. To be called once. */
  @Nullable TaskEvent take() {
    return event.getAndSet(null);
  }

  /** Adds the success to the attempt's beginning; false if that has left. */
  boolean include(TaskEvent success) {
    TaskEvent started = event.get();
    return started != null && event.compareAndSet(started, success.including(started));
  }
}

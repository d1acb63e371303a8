package dev.warren.messaging.taskevents;

import dev.warren.contracts.TaskEvent;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one event well below what the broker takes. Our own API takes no longer text; a foreign
 * client may send a task of any size.
 */
final class TaskEventTexts {

  /** In UTF-16 units; at most six bytes each as JSON. */
  static final int MAX_LENGTH = 64 * 1024;

  private TaskEventTexts() {}

  static TaskEvent cut(TaskEvent event) {
    if (fits(event.text()) && fits(event.error())) {
      return event;
    }
    return new TaskEvent(
        event.type(),
        event.taskId(),
        cut(event.text()),
        event.at(),
        event.worker(),
        event.attempt(),
        event.submittedAt(),
        event.startedAt(),
        cut(event.error()),
        event.replays());
  }

  private static boolean fits(@Nullable String text) {
    return text == null || text.length() <= MAX_LENGTH;
  }

  private static @Nullable String cut(@Nullable String text) {
    if (text == null || fits(text)) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1));
    return text.substring(0, splitsPair ? MAX_LENGTH - 1 : MAX_LENGTH);
  }
}

package dev.warren.producer.taskview;

import dev.warren.contracts.TaskEvent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An event with its place in the stream, its texts cut, since many are kept. */
record StreamedEvent(EventPosition position, TaskEvent event) {

  private static final int MAX_TEXT = 1000;

  static StreamedEvent of(EventPosition position, TaskEvent event) {
    return new StreamedEvent(position, event).telling(event.text(), event.error());
  }

  /** The same with other texts. */
  StreamedEvent telling(@Nullable String text, @Nullable String error) {
    if (isTold(text, event.text()) && isTold(error, event.error())) {
      return this;
    }
    TaskEvent told =
        new TaskEvent(
            event.type(),
            event.taskId(),
            cut(text),
            event.at(),
            event.worker(),
            event.attempt(),
            event.submittedAt(),
            event.startedAt(),
            cut(error),
            event.replays());
    return new StreamedEvent(position, told);
  }

  private static boolean isTold(@Nullable String text, @Nullable String told) {
    return Objects.equals(text, told) && (text == null || text.length() <= MAX_TEXT);
  }

  /** How much text it has. */
  int chars() {
    return lengthOf(event.text()) + lengthOf(event.error());
  }

  private static int lengthOf(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  /** The same happening: events may be repeated in the stream. */
  boolean repeats(StreamedEvent other) {
    return event.type() == other.event.type()
        && event.attempt() == other.event.attempt()
        && event.replays() == other.event.replays()
        && event.at().equals(other.event.at());
  }

  private static @Nullable String cut(@Nullable String text) {
    if (text == null || text.length() <= MAX_TEXT) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(MAX_TEXT - 1));
    return text.substring(0, splitsPair ? MAX_TEXT - 1 : MAX_TEXT) + "…";
  }
}

package dev.warren.producer.taskview;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The latest events of the stream, for clients that come back. For one thread at a time. */
final class RecentEvents {

  private static final int MAX_LEAD = 1000;

  private final int capacity;
  private final Deque<StreamedEvent> events = new ArrayDeque<>();
  private @Nullable EventPosition gapBefore;
  private long lastOffset = -1;

  RecentEvents(int capacity) {
    this.capacity = capacity;
  }

  /** Notes that the stream has been read up to a message, whether there are events in it or not. */
  void reached(long offset) {
    if (gapBefore == null || offset < lastOffset) { // another stream now has this one's name
      events.clear();
      gapBefore = new EventPosition(offset, -1);
    }
    lastOffset = offset;
  }

  void add(StreamedEvent event) {
    if (events.size() == capacity) {
      gapBefore = events.removeFirst().position();
    }
    events.addLast(event);
  }

  /**
   * Whether all that came after a position can still be told. A position slightly ahead of this
   * replica is one that another replica told.
   */
  boolean reachesBackTo(EventPosition position) {
    return gapBefore != null
        && !gapBefore.isAfter(position)
        && position.offset() <= lastOffset + MAX_LEAD;
  }

  List<StreamedEvent> after(EventPosition position) {
    return events.stream().filter(event -> event.position().isAfter(position)).toList();
  }

  List<StreamedEvent> all() {
    return List.copyOf(events);
  }
}

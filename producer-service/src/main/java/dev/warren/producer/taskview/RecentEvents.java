package dev.warren.producer.taskview;

import dev.warren.messaging.web.sse.SseEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The latest events of the stream, for clients that come back: so many, and with so much text. What
 * a client is sent is made once for all of them. For one thread at a time.
 */
final class RecentEvents {

  private static final int MAX_LEAD = 1000;

  private final int capacity;
  private final long maxChars;
  private final Function<StreamedEvent, SseEvent> format;
  private final Deque<Kept> events = new ArrayDeque<>();
  private @Nullable EventPosition gapBefore;
  private long lastOffset = -1;
  private long chars;

  /**
   * None yet.
   *
   * @param capacity how many are kept
   * @param maxChars how much text they may have together
   * @param format what clients are sent
   */
  RecentEvents(int capacity, long maxChars, Function<StreamedEvent, SseEvent> format) {
    this.capacity = capacity;
    this.maxChars = maxChars;
    this.format = format;
  }

  /** Notes that the stream has been read up to a message, whether there are events in it or not. */
  void reached(long offset) {
    if (gapBefore == null || offset < lastOffset) { // another stream now has this one's name
      events.clear();
      chars = 0;
      gapBefore = new EventPosition(offset, -1);
    }
    lastOffset = offset;
  }

  void add(StreamedEvent event) {
    events.addLast(new Kept(event));
    chars += event.chars();
    while (events.size() > capacity || (chars > maxChars && events.size() > 1)) {
      StreamedEvent oldest = events.removeFirst().event;
      chars -= oldest.chars();
      gapBefore = oldest.position();
    }
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

  List<SseEvent> after(EventPosition position) {
    return formatted(events.stream().filter(kept -> kept.event.position().isAfter(position)));
  }

  List<SseEvent> all() {
    return formatted(events.stream());
  }

  private List<SseEvent> formatted(Stream<Kept> chosen) {
    return chosen.map(kept -> kept.sent(format)).toList();
  }

  private static final class Kept {

    final StreamedEvent event;
    private @Nullable SseEvent sent;

    Kept(StreamedEvent event) {
      this.event = event;
    }

    SseEvent sent(Function<StreamedEvent, SseEvent> format) {
      SseEvent made = sent;
      if (made == null) {
        made = format.apply(event);
        sent = made;
      }
      return made;
    }
  }
}

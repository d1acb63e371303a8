package dev.warren.producer.taskview;

import dev.warren.messaging.web.ProblemException;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an event stands in the stream, and thus an id that is the same on every replica. Written
 * {@code offset-index}.
 *
 * @param offset the message's offset in the stream
 * @param index the event's index in the message's array
 */
record EventPosition(long offset, int index) implements Comparable<EventPosition> {

  private static final Pattern FORMAT = Pattern.compile("(\\d{1,18})-(\\d{1,9})");
  private static final Comparator<EventPosition> ORDER =
      Comparator.comparingLong(EventPosition::offset).thenComparingInt(EventPosition::index);

  /**
   * Reads a {@code Last-Event-ID}.
   *
   * @throws ProblemException 400, if it is none of ours
   */
  static EventPosition parse(String lastEventId) {
    Matcher matcher = FORMAT.matcher(lastEventId);
    if (!matcher.matches()) {
      throw ProblemException.invalid("Last-Event-ID", "must be the id of an event, like 17-0");
    }
    return new EventPosition(Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  boolean isAfter(EventPosition other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(EventPosition other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return offset + "-" + index;
  }
}

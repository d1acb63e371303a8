package dev.warren.logsubscriber.received;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The newest messages, bounded by their number and by their size: whatever arrives, the oldest make
 * room. A message that alone is larger than the bound is not kept.
 */
final class MessageBuffer {

  private final int maxMessages;
  private final long maxBytes;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private long bytes;
  private long lastDropped;

  MessageBuffer(int maxMessages, long maxBytes) {
    this.maxMessages = maxMessages;
    this.maxBytes = maxBytes;
  }

  synchronized void add(ReceivedMessage message, long weight) {
    entries.addLast(new Entry(message, weight));
    bytes += weight;
    while (entries.size() > maxMessages || bytes > maxBytes) {
      Entry oldest = entries.removeFirst();
      bytes -= oldest.weight();
      lastDropped = oldest.message().id();
    }
  }

  /**
   * The newest of those that match, the oldest of them first.
   *
   * @param limit at most so many
   * @param limitBytes at most so many bytes of them, but at least one message
   */
  synchronized Excerpt newest(int limit, long limitBytes, Predicate<ReceivedMessage> wanted) {
    List<ReceivedMessage> found = new ArrayList<>();
    long foundBytes = 0;
    boolean leftOut = false;
    Iterator<Entry> backwards = entries.descendingIterator();
    while (!leftOut && backwards.hasNext()) {
      Entry entry = backwards.next();
      if (wanted.test(entry.message())) {
        leftOut = found.size() >= limit || foundBytes >= limitBytes;
        if (!leftOut) {
          found.add(entry.message());
          foundBytes += entry.weight();
        }
      }
    }
    Collections.reverse(found);
    return new Excerpt(found, leftOut);
  }

  /** Whether a message that came after the one with this id had to make room. */
  synchronized boolean hasDroppedSince(long id) {
    return lastDropped > id;
  }

  synchronized int size() {
    return entries.size();
  }

  /** About how much memory the messages take. */
  synchronized long bytes() {
    return bytes;
  }

  /**
   * What was asked for.
   *
   * @param messages the oldest first
   * @param leftOut whether older ones that match were more than the limits allow
   */
  record Excerpt(List<ReceivedMessage> messages, boolean leftOut) {}

  private record Entry(ReceivedMessage message, long weight) {}
}

package dev.warren.messaging.taskevents;

import java.io.ByteArrayOutputStream;

/** Some events as one JSON array. */
final class TaskEventBatch {

  private final ByteArrayOutputStream array = new ByteArrayOutputStream(1024);
  private int events;

  /** Appends an event that is a JSON object already. */
  void add(byte[] event) {
    array.write(isEmpty() ? '[' : ',');
    array.writeBytes(event);
    events++;
  }

  boolean isEmpty() {
    return events == 0;
  }

  int events() {
    return events;
  }

  /** How long the array would be with a further event. */
  long sizeWith(byte[] event) {
    return array.size() + event.length + 2L;
  }

  /** The array. To be called once, after the last event. */
  byte[] toJson() {
    array.write(']');
    return array.toByteArray();
  }
}

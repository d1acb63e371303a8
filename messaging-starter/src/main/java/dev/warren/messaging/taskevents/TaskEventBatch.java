package dev.warren.messaging.taskevents;

import dev.warren.contracts.TaskEvent;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Some events as one JSON array. */
final class TaskEventBatch {

  private final ByteArrayOutputStream array = new ByteArrayOutputStream(1024);
  private final List<TaskEvent> events = new ArrayList<>();

  /** Appends an event with the JSON object that it is. */
  void add(TaskEvent event, byte[] object) {
    array.write(isEmpty() ? '[' : ',');
    array.writeBytes(object);
    events.add(event);
  }

  boolean isEmpty() {
    return events.isEmpty();
  }

  List<TaskEvent> events() {
    return events;
  }

  /** How long the array would be with a further event. */
  long sizeWith(byte[] object) {
    return array.size() + object.length + 2L;
  }

  /** The array. To be called once, after the last event. */
  byte[] toJson() {
    array.write(']');
    return array.toByteArray();
  }
}

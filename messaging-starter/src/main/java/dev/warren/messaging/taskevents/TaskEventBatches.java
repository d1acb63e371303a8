package dev.warren.messaging.taskevents;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.warren.contracts.TaskEvent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cuts the waiting events into JSON arrays. A batch is whatever waits when it is asked for: one
 * event when little happens, many under load. For one thread.
 */
final class TaskEventBatches {

  private static final Logger log = LoggerFactory.getLogger(TaskEventBatches.class);

  private final TaskEventBuffer buffer;
  private final int maxEvents;
  private final long maxBytes;
  private final ObjectWriter json;
  private @Nullable Encoded left;

  TaskEventBatches(TaskEventBuffer buffer, TaskEventsProperties properties, JsonMapper json) {
    this.buffer = buffer;
    this.maxEvents = properties.batchSize();
    this.maxBytes = properties.batchBytes().toBytes();
    this.json =
        json.rebuild()
            .changeDefaultPropertyInclusion(
                inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build()
            .writerFor(TaskEvent.class);
  }

  /** The next batch; null if no event came within the time. */
  @Nullable TaskEventBatch next(Duration timeout) throws InterruptedException {
    Encoded next = left != null ? left : encoded(timeout);
    if (next == null) {
      return null;
    }
    TaskEventBatch batch = new TaskEventBatch();
    while (next != null && (batch.isEmpty() || hasRoomFor(next, batch))) {
      batch.add(next.event, next.object);
      next = encoded(Duration.ZERO);
    }
    left = next;
    return batch;
  }

  /** Nothing waits, and nothing was left over from the last batch. */
  boolean isEmpty() {
    return left == null && buffer.isEmpty();
  }

  /** Gives up, and counts as lost, what has not become part of a batch. */
  void dropAll() {
    if (left != null) {
      left = null;
      buffer.drop(1);
    }
    buffer.dropAll();
  }

  private boolean hasRoomFor(Encoded next, TaskEventBatch batch) {
    return batch.events().size() < maxEvents && batch.sizeWith(next.object) <= maxBytes;
  }

  private @Nullable Encoded encoded(Duration timeout) throws InterruptedException {
    TaskEvent event = buffer.poll(timeout);
    if (event == null) {
      return null;
    }
    try {
      return new Encoded(event, json.writeValueAsBytes(event));
    } catch (JacksonException e) {
      log.error("A task event cannot be written as JSON: {}", event.taskId(), e);
      buffer.drop(1);
      return encoded(Duration.ZERO);
    }
  }

  /** An event and the JSON object that it is. */
  private static final class Encoded {

    final TaskEvent event;
    final byte[] object;

    Encoded(TaskEvent event, byte[] object) {
      this.event = event;
      this.object = object;
    }
  }
}

package dev.warren.producer.taskview;

import dev.warren.contracts.TaskEvent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this replica has appended to the stream and not read again yet. Under load most of the
 * stream is that; to parse it would cost more than to accept the tasks did.
 */
final class OwnBatches {

  /** One is under way at a time; more come together only while reading is interrupted. */
  private static final int MAX_BATCHES = 16;

  private final Map<String, Batch> batches = new LinkedHashMap<>();

  /** A message is about to be appended. */
  synchronized void appending(String messageId, byte[] body, List<TaskEvent> events) {
    batches.put(messageId, new Batch(body, List.copyOf(events)));
    if (batches.size() > MAX_BATCHES) {
      batches.remove(batches.keySet().iterator().next());
    }
  }

  /** The events in a message, once; null if it is not, byte for byte, one of this replica's. */
  synchronized @Nullable List<TaskEvent> take(@Nullable String messageId, byte[] body) {
    Batch batch = batches.get(messageId);
    if (batch == null || !Arrays.equals(batch.body, body)) {
      return null;
    }
    batches.remove(messageId);
    return batch.events;
  }

  private static final class Batch {

    final byte[] body;
    final List<TaskEvent> events;

    Batch(byte[] body, List<TaskEvent> events) {
      this.body = body;
      this.events = events;
    }
  }
}

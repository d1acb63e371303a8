package dev.warren.messaging.taskevents;

import dev.warren.contracts.TaskEvent;
import java.util.List;

/**
 * Told of what this process appends to the stream. For a service that reads the stream as well: it
 * knows its own messages when they come back, and need not read them again.
 */
@FunctionalInterface
public interface TaskEventAppendListener {

  /**
   * A message is about to be appended, perhaps several times.
   *
   * @param messageId the message's {@code message_id}
   * @param body the JSON array; not to be changed
   * @param events what is in it, in the same order
   */
  void appending(String messageId, byte[] body, List<TaskEvent> events);
}

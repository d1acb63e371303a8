package dev.warren.worker.retry;

import dev.warren.contracts.DeadLetter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;

/**
 * When the first attempts of failing tasks began. A task that went through the ladder says so
 * itself; one that the broker held back comes as it was, so this worker remembers the last {@value
 * #REMEMBERED} of them.
 */
public final class FirstAttempts {

  private static final int REMEMBERED = 1000;

  private final Map<String, Instant> byTask =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * When the first attempt of a task began; null if that was at another worker.
   *
   * @param attempt the number of the one that failed
   * @param startedAt when that one began
   */
  public synchronized @Nullable Instant of(
      Message message, String taskId, int attempt, Instant startedAt) {
    if (attempt == 1) {
      byTask.put(taskId, startedAt);
      return startedAt;
    }
    Object told = message.getMessageProperties().getHeader(DeadLetter.FIRST_ATTEMPT_AT);
    return told instanceof Long millis ? Instant.ofEpochMilli(millis) : byTask.get(taskId);
  }
}

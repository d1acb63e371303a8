package dev.warren.messaging.taskevents;

import dev.warren.contracts.TaskEvent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * One thread takes what waits and appends it to the stream, one batch in flight at a time, so that
 * the order holds.
 */
final class BatchingTaskEventPublisher implements TaskEventPublisher, SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(BatchingTaskEventPublisher.class);
  private static final Duration IDLE = Duration.ofMillis(100);
  private static final long INTERRUPTION_MILLIS = 500;

  private final TaskEventBuffer buffer;
  private final TaskEventBatches batches;
  private final StreamAppender stream;
  private final TaskEventsProperties properties;
  private @Nullable Thread flusher;
  private volatile boolean draining;

  BatchingTaskEventPublisher(
      TaskEventBuffer buffer,
      TaskEventBatches batches,
      StreamAppender stream,
      TaskEventsProperties properties) {
    this.buffer = buffer;
    this.batches = batches;
    this.stream = stream;
    this.properties = properties;
  }

  @Override
  public void publish(TaskEvent event) {
    buffer.add(TaskEventTexts.cut(event));
  }

  @Override
  public StartedAttempt begin(TaskEvent started) {
    WaitingEvent waiting = buffer.add(TaskEventTexts.cut(started));
    return success -> {
      if (!waiting.include(success)) {
        publish(success);
      }
    };
  }

  @Override
  public synchronized void start() {
    if (flusher == null) {
      draining = false;
      flusher = new Thread(this::flush, "task-events");
      flusher.setDaemon(true);
      flusher.start();
    }
  }

  /** Sends what waits, for as long as {@code warren.task-events.drain-timeout}. */
  @Override
  public synchronized void stop() {
    if (flusher != null) {
      draining = true;
      try {
        flusher.join(Math.max(1, properties.drainTimeout().toMillis()));
        flusher.interrupt();
        flusher.join(INTERRUPTION_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      flusher = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return flusher != null;
  }

  /** After the listeners and the web server, whose work it tells of; before the publisher. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 4096;
  }

  /** Lets a batch grow, unless one is full already. */
  private void awaitMore() throws InterruptedException {
    if (buffer.size() < properties.batchSize()) {
      Thread.sleep(properties.interval().toMillis());
    }
  }

  private void flush() {
    TaskEventBatch batch = null;
    try {
      while (!draining || !batches.isEmpty()) {
        batch = batches.next(IDLE);
        if (batch != null) {
          stream.append(batch);
          batch = null;
          awaitMore();
        }
      }
    } catch (InterruptedException e) {
      log.warn("Shutdown did not wait any longer for the last task events to be sent");
      buffer.drop(batch == null ? 0 : batch.events().size());
      batches.dropAll();
    }
  }
}

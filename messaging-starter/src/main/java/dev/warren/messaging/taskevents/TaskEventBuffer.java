package dev.warren.messaging.taskevents;

import dev.warren.contracts.TaskEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Events that wait to be sent, bounded by their number and by the text they hold. */
final class TaskEventBuffer {

  private static final Logger log = LoggerFactory.getLogger(TaskEventBuffer.class);
  private static final long REPORT_EVERY_NANOS = Duration.ofSeconds(10).toNanos();

  private final BlockingQueue<WaitingEvent> events;
  private final long maxText;
  private final AtomicLong text = new AtomicLong();
  private final Counter dropped;
  private final AtomicLong nextReport = new AtomicLong(System.nanoTime());

  TaskEventBuffer(TaskEventsProperties properties, MeterRegistry meters) {
    this.events = new ArrayBlockingQueue<>(properties.capacity());
    this.maxText = properties.maxWaitingText().toBytes();
    this.dropped =
        Counter.builder("warren.task.events.dropped")
            .description("Task events that were not sent, for want of room or at shutdown")
            .register(meters);
    Gauge.builder("warren.task.events.waiting", events, BlockingQueue::size)
        .description("Task events that wait to be sent")
        .register(meters);
  }

  /** Keeps the event, or drops and counts it if there is no room. Never waits. */
  WaitingEvent add(TaskEvent event) {
    WaitingEvent waiting = new WaitingEvent(event);
    if (text.addAndGet(waiting.textLength) > maxText || !events.offer(waiting)) {
      text.addAndGet(-waiting.textLength);
      waiting.take();
      drop(1);
    }
    return waiting;
  }

  @Nullable TaskEvent poll(Duration timeout) throws InterruptedException {
    WaitingEvent waiting = events.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
    if (waiting == null) {
      return null;
    }
    text.addAndGet(-waiting.textLength);
    return waiting.take();
  }

  int size() {
    return events.size();
  }

  boolean isEmpty() {
    return events.isEmpty();
  }

  /** Counts events as lost and says so, at most every ten seconds. */
  void drop(int count) {
    dropped.increment(count);
    long due = nextReport.get();
    long now = System.nanoTime();
    if (now - due >= 0 && nextReport.compareAndSet(due, now + REPORT_EVERY_NANOS)) {
      log.warn("Task events are being dropped, {} so far: see warren.task-events", dropped.count());
    }
  }

  /** Gives up what is still waiting. */
  void dropAll() {
    int count = events.size();
    if (count > 0) {
      events.clear();
      drop(count);
    }
  }
}

package dev.warren.producer.taskview;

import dev.warren.contracts.TaskEvent;
import dev.warren.messaging.web.sse.SseBroadcaster;
import dev.warren.messaging.web.sse.SseEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the stream's messages one by one: folds them into the view, keeps the recent changes, and
 * sends them to those who listen. All of it is one step for a client that just connects.
 */
final class TaskFeed {

  private static final Logger log = LoggerFactory.getLogger(TaskFeed.class);

  private final EventMessages messages;
  private final TaskView view;
  private final RecentEvents recent;
  private final TaskChanges changes;
  private final SseBroadcaster listeners;
  private final ViewLag lag;
  private final Counter read;
  private final Counter unreadable;

  TaskFeed(
      EventMessages messages,
      TaskView view,
      RecentEvents recent,
      TaskChanges changes,
      SseBroadcaster listeners,
      ViewLag lag,
      MeterRegistry meters) {
    this.messages = messages;
    this.view = view;
    this.recent = recent;
    this.changes = changes;
    this.listeners = listeners;
    this.lag = lag;
    this.read =
        Counter.builder("warren.task.events.read")
            .description("Events that were read from the stream")
            .register(meters);
    this.unreadable =
        Counter.builder("warren.task.events.unreadable")
            .description("What stood in the stream and was no event")
            .register(meters);
    Gauge.builder("warren.task.view.size", view, TaskView::size)
        .description("Tasks that the view holds")
        .register(meters);
  }

  /** Takes the message at an offset. Whatever is in it, this does not fail. */
  void accept(long offset, @Nullable String messageId, byte[] body) {
    List<@Nullable TaskEvent> events = messages.read(messageId, body);
    listeners.broadcast(() -> apply(offset, events));
  }

  private List<SseEvent> apply(long offset, List<@Nullable TaskEvent> events) {
    List<SseEvent> news = new ArrayList<>();
    recent.reached(offset);
    for (int index = 0; index < events.size(); index++) {
      EventPosition position = new EventPosition(offset, index);
      TaskEvent event = events.get(index);
      if (event == null) {
        unreadable.increment();
        log.warn("What stands at {} in the stream is no task event; it is skipped", position);
      } else {
        read.increment();
        lag.took(event.at());
        take(position, event, news);
      }
    }
    return news;
  }

  private void take(EventPosition position, TaskEvent event, List<SseEvent> news) {
    StreamedEvent streamed = StreamedEvent.of(position, event);
    if (view.apply(event, streamed)) {
      recent.add(streamed);
      if (listeners.clients() > 0) {
        news.add(changes.toSse(streamed));
      }
    }
  }
}

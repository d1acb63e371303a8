package dev.warren.producer.taskview;

import dev.warren.messaging.web.sse.SseEvent;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Writes events for the event streams. An event's name is the state that the task came to. */
final class TaskChanges {

  private final JsonMapper json;

  TaskChanges(JsonMapper json) {
    this.json = json;
  }

  List<SseEvent> toSse(List<StreamedEvent> events) {
    return events.stream().map(this::toSse).toList();
  }

  SseEvent toSse(StreamedEvent streamed) {
    TaskChange change = TaskChange.of(streamed.event());
    return new SseEvent(
        streamed.position().toString(),
        change.state().toString(),
        json.writeValueAsString(change),
        change.id());
  }

  static boolean isFinal(SseEvent event) {
    return event.name().equals(TaskState.SUCCEEDED.toString())
        || event.name().equals(TaskState.FAILED.toString());
  }
}

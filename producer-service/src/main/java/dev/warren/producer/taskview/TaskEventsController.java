package dev.warren.producer.taskview;

import dev.warren.messaging.web.sse.SseBroadcaster;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * What happens to tasks, as it happens.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 */
@RestController
@Tag(name = "Tasks")
class TaskEventsController {

  private static final String LAST_EVENT_ID = "Last-Event-ID";

  private final TaskQueries tasks;
  private final TaskStreams streams;
  private final SseBroadcaster broadcaster;

  TaskEventsController(TaskQueries tasks, TaskStreams streams, SseBroadcaster broadcaster) {
    this.tasks = tasks;
    this.streams = streams;
    this.broadcaster = broadcaster;
  }

  @GetMapping(path = "/api/tasks/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(
      summary = "One task's history, and then what happens to it until its end",
      description = "204 if the event named by Last-Event-ID was the task's last.")
  void ofTask(
      @PathVariable String id,
      @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String lastEventId,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    EventPosition lastSeen = position(lastEventId);
    Task task = tasks.find(id);
    if (streams.nothingLeft(task, lastSeen)) {
      response.setStatus(HttpStatus.NO_CONTENT.value()); // a browser stops reconnecting
    } else {
      broadcaster.open(request, response, streams.ofTask(id, lastSeen));
    }
  }

  @GetMapping(path = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(
      summary = "What happens to all tasks from now on",
      description =
          "With Last-Event-ID, what came after that event first; if that is not known any more, an"
              + " event named reset and then all that is.")
  void ofAll(
      @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String lastEventId,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    EventPosition lastSeen = position(lastEventId);
    tasks.requireHistory();
    broadcaster.open(request, response, streams.ofAll(lastSeen));
  }

  private static @Nullable EventPosition position(@Nullable String lastEventId) {
    return StringUtils.hasLength(lastEventId) ? EventPosition.parse(lastEventId) : null;
  }
}

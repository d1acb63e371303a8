package dev.warren.producer.workqueue;

import dev.warren.contracts.TaskEvent;
import dev.warren.contracts.WorkQueue;
import dev.warren.messaging.publish.OutgoingMessages;
import dev.warren.producer.publishing.ApiPublisher;
import dev.warren.producer.publishing.Publication;
import dev.warren.producer.web.TextRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Sends one task to the workers. */
@RestController
@Tag(name = "Work Queues")
class TaskSubmissionController {

  private final ApiPublisher publisher;
  private final OutgoingMessages messages;
  private final SubmittedTasks tasks;

  TaskSubmissionController(
      ApiPublisher publisher, OutgoingMessages messages, SubmittedTasks tasks) {
    this.publisher = publisher;
    this.messages = messages;
    this.tasks = tasks;
  }

  @PostMapping(
      path = "/api/tasks",
      consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE})
  @Operation(summary = "Send a task; each dot in its text is one unit of work")
  CompletableFuture<ResponseEntity<Publication>> submit(@Valid @RequestBody TextRequest request) {
    String id = UUID.randomUUID().toString();
    TaskEvent submitted = TaskEvent.submitted(id, request.text(), Instant.now());
    return publisher
        .toQueue(WorkQueue.QUEUE, messages.text(id, request.text()))
        .thenApply(
            publication -> {
              tasks.confirmed(List.of(submitted));
              return ResponseEntity.accepted().location(locationOf(id)).body(publication);
            });
  }

  private static URI locationOf(String id) {
    return URI.create("/api/tasks/" + id);
  }
}

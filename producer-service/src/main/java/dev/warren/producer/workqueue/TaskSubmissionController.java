package dev.warren.producer.workqueue;

import dev.warren.contracts.TaskEvent;
import dev.warren.contracts.WorkQueue;
import dev.warren.messaging.publish.OutgoingMessages;
import dev.warren.producer.publishing.ApiPublisher;
import dev.warren.producer.publishing.Publication;
import dev.warren.producer.web.TextRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Sends one task to the workers. */
@RestController
@Tag(name = "Work Queues")
class TaskSubmissionController {

  private static final String EXAMPLE = "{\"text\":\"A task...\"}";

  private final ApiPublisher publisher;
  private final OutgoingMessages messages;
  private final SubmittedTasks tasks;
  private final SimulatedFaults faults;

  TaskSubmissionController(
      ApiPublisher publisher,
      OutgoingMessages messages,
      SubmittedTasks tasks,
      SimulatedFaults faults) {
    this.publisher = publisher;
    this.messages = messages;
    this.tasks = tasks;
    this.faults = faults;
  }

  @PostMapping(
      path = "/api/tasks",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Send a task; each dot in its text is one unit of work",
      description = "Where faults may be simulated, simulate says what is to go wrong; else 403.")
  CompletableFuture<ResponseEntity<Publication>> submit(
      @Valid
          @RequestBody
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      examples = @ExampleObject(EXAMPLE)))
          TaskRequest request) {
    return submit(request.text(), faults.headers(request.simulate()));
  }

  @PostMapping(
      path = "/api/tasks",
      consumes = MediaType.TEXT_PLAIN_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Send a task; each dot in its text is one unit of work")
  CompletableFuture<ResponseEntity<Publication>> submit(@Valid @RequestBody TextRequest request) {
    return submit(request.text(), properties -> {});
  }

  private CompletableFuture<ResponseEntity<Publication>> submit(
      String text, Consumer<MessageProperties> more) {
    String id = messages.newId();
    TaskEvent submitted = TaskEvent.submitted(id, text, Instant.now());
    return publisher
        .toQueue(WorkQueue.QUEUE, messages.text(id, text, more))
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

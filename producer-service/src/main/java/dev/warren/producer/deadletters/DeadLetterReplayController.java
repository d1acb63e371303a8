package dev.warren.producer.deadletters;

import dev.warren.producer.deadletters.LetterReport.Item;
import dev.warren.producer.replay.DeadLetterQueue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Has dead letters tried again. {@code 200} says that all that were meant are in their queue again,
 * {@code 207} that some are; when none is, the answer is a problem.
 */
@RestController
@Tag(name = "Dead letters")
class DeadLetterReplayController {

  private static final String EXAMPLE = "{\"all\":true,\"queue\":\"task_queue.dlq\"}";

  private final DeadLetterQueues queues;
  private final DeadLetterReplay replay;

  DeadLetterReplayController(DeadLetterQueues queues, DeadLetterReplay replay) {
    this.queues = queues;
    this.replay = replay;
  }

  @PostMapping(path = "/api/dead-letters/{id}/replay", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Put one dead letter back into its queue",
      description =
          "It keeps its id and starts with its first attempt again. Should this service die in the"
              + " middle, it may be done twice, and is not lost.")
  Item one(@PathVariable String id, @RequestParam(defaultValue = "") String queue) {
    LetterReport report = replay.replay(queues.named(queue), LetterSelection.ids(List.of(id)));
    return report.orProblem().items().get(0);
  }

  @PostMapping(
      path = "/api/dead-letters/replay",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Put some or all dead letters back into their queues, 10000 at a time")
  ResponseEntity<LetterReport> many(
      @Valid
          @RequestBody
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      examples = @ExampleObject(EXAMPLE)))
          ReplayRequest request) {
    LetterSelection selection = request.selection();
    return replay.replay(queues(request), selection).answer();
  }

  /** Of what cannot be tried again, all does not mean all, unless it is asked for by its name. */
  private List<DeadLetterQueue> queues(ReplayRequest request) {
    List<DeadLetterQueue> named = queues.named(Objects.requireNonNullElse(request.queue(), ""));
    return request.ids() != null || request.queue() != null
        ? named
        : named.stream().filter(queue -> queue.replayTo() != null).toList();
  }
}

package dev.warren.producer.deadletters;

import dev.warren.messaging.web.ProblemException;
import dev.warren.producer.deadletters.LetterReport.Item;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Discards dead letters. Each call must say that it means it, since nothing brings them back.
 * {@code 207} says that of some it is not known, or that it broke off.
 */
@RestController
@Tag(name = "Dead letters")
class DeadLetterDiscardController {

  private final DeadLetterQueues queues;
  private final DeadLetterDiscard discard;

  DeadLetterDiscardController(DeadLetterQueues queues, DeadLetterDiscard discard) {
    this.queues = queues;
    this.discard = discard;
  }

  @DeleteMapping(path = "/api/dead-letters/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Discard one dead letter, for good")
  Item one(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String queue,
      @Parameter(description = "true: nothing brings it back", example = "true")
          @RequestParam(defaultValue = "")
          String confirm) {
    if (!confirm.equals("true")) {
      throw ProblemException.invalid(
          "confirm", "must be true: what is discarded is gone. Repeat this with ?confirm=true");
    }
    LetterReport report = discard.discard(queues.named(queue), LetterSelection.ids(List.of(id)));
    return report.orProblem().items().get(0);
  }

  @DeleteMapping(path = "/api/dead-letters", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Discard all dead letters of a queue, for good, 10000 at a time")
  ResponseEntity<LetterReport> all(
      @Parameter(description = "Which dead-letter queue", example = "task_queue.dlq") @RequestParam
          String queue,
      @Parameter(description = "Only those given up for this reason")
          @RequestParam(defaultValue = "")
          String reason,
      @Parameter(description = "The queue's name once more: nothing brings them back")
          @RequestParam(defaultValue = "")
          String confirm) {
    String name = queues.one(queue).name();
    if (!confirm.equals(name)) {
      throw ProblemException.invalid(
          "confirm",
          "must be the queue's name: what is discarded is gone. Repeat this with &confirm=" + name);
    }
    return discard
        .discard(
            queues.named(name), LetterSelection.all(StringUtils.hasLength(reason) ? reason : null))
        .answer();
  }
}

package dev.warren.producer.deadletters;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what was given up. */
@RestController
@Tag(name = "Dead letters")
class DeadLetterController {

  private final DeadLetterQueues queues;
  private final DeadLetterLook look;

  DeadLetterController(DeadLetterQueues queues, DeadLetterLook look) {
    this.queues = queues;
    this.look = look;
  }

  @GetMapping("/api/dead-letters")
  @Operation(summary = "What was given up, the oldest of each queue first")
  LetterList list(
      @Parameter(description = "Only this dead-letter queue", example = "task_queue.dlq")
          @RequestParam(defaultValue = "")
          String queue,
      @Parameter(description = "Only those given up for this reason", example = "rejected")
          @RequestParam(defaultValue = "")
          String reason,
      @Parameter(description = "How many at most")
          @RequestParam(defaultValue = "50")
          @Min(1)
          @Max(1000)
          int limit) {
    String wanted = StringUtils.hasLength(reason) ? reason : null;
    return look.list(queues.named(queue), wanted, limit);
  }

  @GetMapping("/api/dead-letters/{id}")
  @Operation(summary = "One dead letter, with its headers and its body")
  WholeLetter letter(
      @PathVariable String id,
      @Parameter(description = "Where it is, if that is known") @RequestParam(defaultValue = "")
          String queue) {
    return look.find(queues.named(queue), id);
  }
}

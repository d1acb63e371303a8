package dev.warren.producer.deadletters;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * Dead letters, the oldest of each queue first.
 *
 * @param queues how many there are
 * @param letters those that were asked for
 */
@Schema(name = "DeadLetters")
record LetterList(List<Depth> queues, List<LetterView> letters) {

  /**
   * The depth of a dead-letter queue.
   *
   * @param name the queue
   * @param letters how many letters are in it
   */
  @Schema(name = "DeadLetterQueue")
  record Depth(@Schema(example = "task_queue.dlq") String name, int letters) {}
}

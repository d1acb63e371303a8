package dev.warren.producer.workqueue;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import dev.warren.producer.publishing.Outcomes;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a bulk.
 *
 * @param total how many tasks it held
 * @param confirmed how many of them the broker has
 * @param items what became of each, in the bulk's order
 */
record BulkAnswer(int total, int confirmed, List<Item> items) {

  /** The outcome of what never became a task. */
  static final String INVALID = "invalid";

  /** The problem of a bulk of which nothing was confirmed, with the items in it. */
  ProblemException problem() {
    Item first =
        items.stream().filter(item -> !item.outcome.equals(INVALID)).findFirst().orElse(null);
    if (first == null) {
      return new ProblemException(ProblemType.INVALID_FIELD, "No item is a task")
          .with("items", items);
    }
    return Outcomes.problem(first.outcome, "No task was confirmed").with("items", items);
  }

  /**
   * What became of one task.
   *
   * @param id the task's id; absent if it was not valid and so never became a task
   * @param outcome {@code confirmed}, {@code unroutable}, {@code nacked}, {@code unconfirmed},
   *     {@code not-sent} or {@code invalid}
   * @param error what went wrong; absent if nothing did
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      @Nullable String id, @Schema(example = "confirmed") String outcome, @Nullable String error) {

    boolean isConfirmed() {
      return outcome.equals("confirmed");
    }
  }
}

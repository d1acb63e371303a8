package dev.warren.producer.deadletters;

import dev.warren.messaging.web.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are to be tried again: either {@code ids} or {@code all}.
 *
 * @param ids the ids of at most 1000
 * @param all true for all that are there now
 * @param queue only those of this dead-letter queue
 * @param reason only those given up for this reason; goes with {@code all}
 */
record ReplayRequest(
    @Nullable @Size(min = 1, max = 1000, message = "must be 1 to 1000 ids")
        List<@NotNull String> ids,
    @Nullable @Schema(example = "true") Boolean all,
    @Nullable @Schema(example = "task_queue.dlq") String queue,
    @Nullable String reason) {

  /**
   * The letters that are meant.
   *
   * @throws ProblemException 400, unless it is clear which
   */
  LetterSelection selection() {
    if ((ids != null) == Boolean.TRUE.equals(all)) {
      throw ProblemException.invalid("ids", "must be given, or else all must be true");
    }
    if (ids != null && reason != null) {
      throw ProblemException.invalid("reason", "goes with all, not with ids");
    }
    return ids != null ? LetterSelection.ids(ids) : LetterSelection.all(reason);
  }
}

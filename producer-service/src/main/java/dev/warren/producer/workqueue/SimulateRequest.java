package dev.warren.producer.workqueue;

import dev.warren.messaging.web.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * What is to go wrong with a task, where faults are simulated.
 *
 * @param failAttempts how many attempts fail, from the first one on; 0 to 100
 * @param hangFor how long each attempt does nothing before it works, such as {@code 10s}; up to 1 h
 * @param crash whether each attempt ends its worker's process
 */
record SimulateRequest(
    @Nullable @Min(0) @Max(100) @Schema(example = "2") Integer failAttempts,
    @Nullable @Schema(example = "10s") String hangFor,
    @Nullable @Schema(example = "false") Boolean crash) {

  private static final Duration LONGEST = Duration.ofHours(1);

  /**
   * How long to hang; null if it is not to.
   *
   * @throws ProblemException 400, naming the bounds
   */
  @Nullable Duration hang() {
    if (hangFor == null) {
      return null;
    }
    try {
      Duration duration = DurationStyle.detectAndParse(hangFor);
      if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
        return duration;
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      // the caller is told what is expected
    }
    throw ProblemException.invalid(
        "simulate.hangFor", "must be a duration like 10s, 500ms or PT10S, up to 1h");
  }
}

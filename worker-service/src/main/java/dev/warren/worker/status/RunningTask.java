package dev.warren.worker.status;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * A task that is being worked on.
 *
 * @param text the beginning of its body
 * @param since when its work began
 * @param startNanos the same on the clock that durations are measured with
 */
public record RunningTask(String id, String text, Instant since, @JsonIgnore long startNanos) {}

package dev.warren.worker.status;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a task's work ended. */
public enum Outcome {
  /** It did its work and was acknowledged. */
  @JsonProperty("succeeded")
  SUCCEEDED,
  /** It was rejected and is in the dead-letter queue. */
  @JsonProperty("failed")
  FAILED
}

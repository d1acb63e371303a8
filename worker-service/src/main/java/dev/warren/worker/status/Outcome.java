package dev.warren.worker.status;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a task's work ended. */
public enum Outcome {
  /** It did its work and was acknowledged. */
  @JsonProperty("succeeded")
  SUCCEEDED,
  /** It failed, and will be tried again. */
  @JsonProperty("retried")
  RETRIED,
  /** It was given up and is in the dead-letter queue. */
  @JsonProperty("failed")
  FAILED
}

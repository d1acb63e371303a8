package dev.warren.worker.retry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The ways of trying a failed task again. */
public enum Mechanism {
  /** The queue itself holds a rejected task back. RabbitMQ 4.3 and later. */
  BROKER,
  /** The task waits in a queue whose messages expire into the first one. Any broker. */
  LADDER,
  /** The worker waits and tries again, and does nothing else meanwhile. */
  IN_PROCESS;

  /** As in settings, metrics and answers: {@code in-process}. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

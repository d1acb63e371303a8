package dev.warren.systemtests.faults.lab;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line of the format {@code logstash}.
 *
 * @param at when it was written
 * @param task the id of the task that it is about, or {@code none}
 * @param message what it says
 */
record LogLine(Instant at, String task, String message) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Nothing of a line that was cut off. */
  static Optional<LogLine> parse(String line) {
    try {
      JsonNode entry = JSON.readTree(line);
      return Optional.of(
          new LogLine(
              OffsetDateTime.parse(entry.path("@timestamp").asString()).toInstant(),
              entry.path("messageId").asString("none"),
              entry.path("message").asString("")));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}

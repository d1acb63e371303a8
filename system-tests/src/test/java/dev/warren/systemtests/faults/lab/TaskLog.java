package dev.warren.systemtests.faults.lab;

import dev.warren.systemtests.faults.ledger.Effect;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A worker's log, line by line: which tasks it began and which of them it finished. Each line has
 * the id of the task; its text, and so the token, stands in the line of its beginning.
 */
record TaskLog(List<String> begun, List<Effect> done) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String RECEIVED = " [x] Received ";
  private static final String DONE = " [x] Done";

  /** Reads lines of the format {@code logstash}. A line that was cut off counts for nothing. */
  static TaskLog read(String worker, Stream<String> lines) {
    Map<String, String> tokens = new HashMap<>();
    TaskLog log = new TaskLog(new ArrayList<>(), new ArrayList<>());
    lines
        .filter(line -> line.contains(RECEIVED) || line.contains(DONE))
        .forEach(line -> log.add(worker, line, tokens));
    return log;
  }

  /** The word at the beginning of a text, without the dots. */
  static String token(String text) {
    return text.replaceFirst("[. ].*", "");
  }

  private void add(String worker, String line, Map<String, String> tokens) {
    JsonNode entry;
    try {
      entry = JSON.readTree(line);
    } catch (JacksonException e) {
      return;
    }
    String id = entry.path("messageId").asString("none");
    String message = entry.path("message").asString("");
    if (message.startsWith(RECEIVED)) {
      String token = token(message.substring(RECEIVED.length()));
      tokens.put(id, token);
      begun.add(token);
    } else if (message.equals(DONE)) {
      Instant at = OffsetDateTime.parse(entry.path("@timestamp").asString()).toInstant();
      String token = tokens.getOrDefault(id, id);
      done.add(new Effect(token, Effect.Kind.DONE, worker, at));
    }
  }
}

package dev.warren.producer.taskview;

import dev.warren.contracts.TaskEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the stream's messages: JSON arrays of events, perhaps written by a newer version of Warren,
 * perhaps by somebody who does not know what belongs there.
 */
final class EventMessages {

  /** As long as AMQP lets a {@code message_id} be. */
  private static final int MAX_NAME = 255;

  private final JsonMapper json;
  private final OwnBatches own;

  EventMessages(JsonMapper json, OwnBatches own) {
    this.own = own;
    this.json =
        json.rebuild()
            .disable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES) // what an older one left out
            .build();
  }

  /** The events in their order, null for what is none; a single null for what is no array. */
  List<@Nullable TaskEvent> read(@Nullable String messageId, byte[] body) {
    List<@Nullable TaskEvent> known = own.take(messageId, body);
    List<@Nullable TaskEvent> events = new ArrayList<>();
    for (TaskEvent event : known != null ? known : parse(body)) {
      if (isFine(event)) {
        events.addAll(event.apart());
      } else {
        events.add(null);
      }
    }
    return events;
  }

  private List<@Nullable TaskEvent> parse(byte[] body) {
    try {
      return Arrays.asList(json.readValue(body, TaskEvent[].class));
    } catch (JacksonException | NullPointerException e) {
      return readOneByOne(body);
    }
  }

  private List<@Nullable TaskEvent> readOneByOne(byte[] body) {
    List<@Nullable TaskEvent> events = new ArrayList<>();
    try {
      for (JsonNode element : json.readTree(body)) {
        events.add(readOne(element));
      }
    } catch (JacksonException e) {
      events.clear();
    }
    return events.isEmpty() ? Collections.singletonList(null) : events;
  }

  private @Nullable TaskEvent readOne(JsonNode element) {
    try {
      return json.treeToValue(element, TaskEvent.class);
    } catch (JacksonException e) {
      return null;
    }
  }

  private static boolean isFine(@Nullable TaskEvent event) {
    return event != null
        && event.taskId().length() <= MAX_NAME
        && (event.worker() == null || event.worker().length() <= MAX_NAME);
  }
}

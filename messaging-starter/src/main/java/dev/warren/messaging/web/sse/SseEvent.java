package dev.warren.messaging.web.sse;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One server-sent event.
 *
 * @param id what the client sends back as {@code Last-Event-ID}; null leaves the client's as it is
 * @param name the event's type, its {@code event:} field
 * @param data the payload; may have several lines
 * @param key what subscriptions filter by; not sent
 */
public record SseEvent(@Nullable String id, String name, String data, String key) {

  public SseEvent {
    requireOneLine("id", id);
    requireOneLine("name", name);
  }

  /** The event as it goes over the wire, in UTF-8. */
  byte[] encoded() {
    StringBuilder frame = new StringBuilder(data.length() + 64);
    if (id != null) {
      frame.append("id: ").append(id).append('\n');
    }
    frame.append("event: ").append(name).append('\n');
    data.lines().forEach(line -> frame.append("data: ").append(line).append('\n'));
    if (data.isEmpty()) {
      frame.append("data:\n");
    }
    return frame.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void requireOneLine(String field, @Nullable String value) {
    if (value != null && value.chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0)) {
      throw new IllegalArgumentException("An event's " + field + " is one line: " + value);
    }
  }
}

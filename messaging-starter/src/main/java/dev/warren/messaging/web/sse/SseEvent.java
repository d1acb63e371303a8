package dev.warren.messaging.web.sse;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One server-sent event. Its frame is made once, however many clients get it. */
public final class SseEvent {

  private final @Nullable String id;
  private final String name;
  private final String data;
  private final String key;
  private volatile byte @Nullable [] frame;

  /**
   * An event.
   *
   * @param id what the client sends back as {@code Last-Event-ID}; null leaves the client's as it
   *     is
   * @param name the event's type, its {@code event:} field
   * @param data the payload; may have several lines
   * @param key what subscriptions filter by; not sent
   * @throws IllegalArgumentException if id or name has more than one line
   */
  public SseEvent(@Nullable String id, String name, String data, String key) {
    requireOneLine("id", id);
    requireOneLine("name", name);
    this.id = id;
    this.name = name;
    this.data = data;
    this.key = key;
  }

  /** What a client gets whose last event is out of reach: it may have missed some. */
  public static SseEvent reset() {
    return new SseEvent(null, "reset", "{}", "");
  }

  public @Nullable String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public String data() {
    return data;
  }

  public String key() {
    return key;
  }

  /** The event as it goes over the wire, in UTF-8. Not to be changed. */
  byte[] encoded() {
    byte[] known = frame;
    if (known == null) {
      known = encode();
      frame = known;
    }
    return known;
  }

  private byte[] encode() {
    StringBuilder text = new StringBuilder(data.length() + 64);
    if (id != null) {
      text.append("id: ").append(id).append('\n');
    }
    text.append("event: ").append(name).append('\n');
    data.lines().forEach(line -> text.append("data: ").append(line).append('\n'));
    if (data.isEmpty()) {
      text.append("data:\n");
    }
    return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void requireOneLine(String field, @Nullable String value) {
    if (value != null && value.chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0)) {
      throw new IllegalArgumentException("An event's " + field + " is one line: " + value);
    }
  }

  @Override
  public String toString() {
    return name + " " + id;
  }
}

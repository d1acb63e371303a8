package dev.warren.logsubscriber.received;

import dev.warren.logsubscriber.received.MessageBuffer.Excerpt;
import dev.warren.messaging.web.sse.SseBroadcaster;
import dev.warren.messaging.web.sse.SseEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Where every subscription puts what it receives: the buffer, and the open event streams. */
@Component
public class ReceivedMessages {

  private static final int REPLAYED = 1000;
  private static final long REPLAYED_BYTES = 1024 * 1024;

  private final ReceivedProperties properties;
  private final MessageBuffer buffer;
  private final SseBroadcaster streams;
  private final JsonMapper json;
  private final Clock clock = Clock.systemUTC();
  private final long beforeFirst;
  private final AtomicLong lastId;

  ReceivedMessages(ReceivedProperties properties, SseBroadcaster streams, JsonMapper json) {
    this.properties = properties;
    this.buffer = new MessageBuffer(properties.maxMessages(), properties.maxSize().toBytes());
    this.streams = streams;
    this.json = json;
    this.beforeFirst = clock.millis() * 1000; // so that ids grow across restarts
    this.lastId = new AtomicLong(beforeFirst);
  }

  /** Keeps a message and shows it to whoever is watching. Waits for nobody. */
  public void add(Delivery delivery) {
    streams.broadcast(
        () -> {
          ReceivedMessage message =
              ReceivedMessage.of(
                  lastId.incrementAndGet(), delivery, properties.maxTextChars(), clock.instant());
          buffer.add(message, weight(message, delivery));
          return streams.clients() == 0 ? List.of() : List.of(event(message));
        });
  }

  /** The newest messages that pass the filter, the oldest of them first. */
  List<ReceivedMessage> newest(int limit, ReceivedFilter filter) {
    return buffer.newest(limit, Long.MAX_VALUE, filter::passes).messages();
  }

  /**
   * The newest of what came after the message with this id: about 1 MB, for it is held at once. A
   * reset comes first if that may not be all.
   */
  List<SseEvent> after(long id, ReceivedFilter filter) {
    Excerpt since =
        buffer.newest(
            REPLAYED, REPLAYED_BYTES, message -> message.id() > id && filter.passes(message));
    List<SseEvent> events = new ArrayList<>();
    boolean foreign = id < beforeFirst || id > lastId.get(); // of another process
    if (foreign || since.leftOut() || buffer.hasDroppedSince(id)) {
      events.add(SseEvent.reset());
    }
    since.messages().forEach(message -> events.add(event(message)));
    return events;
  }

  int size() {
    return buffer.size();
  }

  long bytes() {
    return buffer.bytes();
  }

  private SseEvent event(ReceivedMessage message) {
    String data = json.writeValueAsString(message);
    return new SseEvent(
        Long.toString(message.id()), "message", data, ReceivedFilter.keyOf(message));
  }

  private static long weight(ReceivedMessage message, Delivery delivery) {
    long chars = (long) message.text().length() + message.routingKey().length();
    return 512 + 2 * chars + 8L * delivery.headersWeight();
  }
}

package dev.warren.messaging.listen;

import java.time.Duration;
import java.util.Date;
import org.springframework.amqp.core.MessageProperties;

/**
 * How long a message lay in its queue, from what its sender says. The property {@code timestamp}
 * has whole seconds, so the wait is up to a second less than it seems, half a second on average.
 * The header {@code timestamp_in_ms}, which a broker can be told to set, is exact.
 *
 * @see <a href="https://www.rabbitmq.com/docs/message-interceptors">Message interceptors</a>
 */
final class QueueWait {

  static final long UNKNOWN = -1;

  private static final String STREAM_OFFSET = "x-stream-offset";
  private static final String EXACT = "timestamp_in_ms";
  private static final long MAX = Duration.ofDays(30).toMillis();

  private QueueWait() {}

  /** The wait; {@link #UNKNOWN} if nothing is said, or what cannot be. A clock may be late. */
  static long millis(MessageProperties properties, long now) {
    Date timestamp = properties.getTimestamp();
    long sent;
    if (properties.getHeader(STREAM_OFFSET) != null) {
      return UNKNOWN; // it was kept, and did not wait
    } else if (properties.getHeader(EXACT) instanceof Long exact) {
      sent = exact;
    } else if (timestamp != null) {
      sent = timestamp.toInstant().toEpochMilli();
    } else {
      return UNKNOWN;
    }
    boolean plausible = sent > now - MAX && sent < now + MAX;
    return plausible ? Math.max(0, now - sent) : UNKNOWN;
  }
}

package dev.warren.producer.deadletters;

import dev.warren.contracts.DeadLetter;
import dev.warren.contracts.Simulation;
import dev.warren.messaging.listen.TolerantPropertiesConverter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;

/**
 * A letter as it is put back: what it was when it was sent, without the marks of its death, so that
 * its attempts start anew. A fault that was simulated is taken for mended.
 *
 * <p>Its {@code user_id} cannot be kept: the broker only takes the sender's own.
 *
 * @see <a href="https://www.rabbitmq.com/docs/validated-user-id">Validated user id</a>
 */
final class ReplayMessage {

  private static final Set<String> MARKS =
      Set.of(
          DeadLetter.REASON,
          DeadLetter.EXCEPTION,
          DeadLetter.ATTEMPTS,
          DeadLetter.WORKER,
          DeadLetter.FIRST_ATTEMPT_AT,
          DeadLetter.FAILED_AT,
          Simulation.FAIL_ATTEMPTS,
          Simulation.HANG_FOR,
          Simulation.CRASH,
          "retry_count",
          "x-death",
          "x-delivery-count",
          "x-acquired-count");

  private static final TolerantPropertiesConverter CONVERTER = new TolerantPropertiesConverter();

  private ReplayMessage() {}

  static Message of(Letter letter) {
    MessageProperties properties =
        CONVERTER.toMessageProperties(
            letter.properties(), letter.envelope(), StandardCharsets.UTF_8.name());
    properties.getHeaders().keySet().removeIf(ReplayMessage::isMark);
    properties.setHeader(DeadLetter.REPLAYED, replays(letter));
    properties.setDeliveryMode(MessageDeliveryMode.PERSISTENT);
    String messageId = properties.getMessageId();
    if (messageId == null || messageId.isEmpty()) {
      properties.setMessageId(letter.id());
    }
    return new Message(letter.body(), properties);
  }

  /** How often it has been replayed when this one is done. */
  static int replays(Letter letter) {
    return Math.min(letter.replays(), Integer.MAX_VALUE - 1) + 1;
  }

  private static boolean isMark(String header) {
    return MARKS.contains(header)
        || header.startsWith("x-first-death-")
        || header.startsWith("x-last-death-");
  }
}

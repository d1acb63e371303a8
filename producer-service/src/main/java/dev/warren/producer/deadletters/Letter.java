package dev.warren.producer.deadletters;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import dev.warren.contracts.DeadLetter;
import dev.warren.messaging.text.UsableId;
import dev.warren.messaging.text.Utf8;
import dev.warren.producer.replay.DeadLetterQueue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message that was given up, in our hands for a moment. */
final class Letter {

  private final String id;
  private final DeadLetterQueue queue;
  private final Envelope envelope;
  private final BasicProperties properties;
  private final byte[] body;

  private Letter(DeadLetterQueue queue, Delivery delivery) {
    this.queue = queue;
    this.envelope = delivery.getEnvelope();
    this.properties = delivery.getProperties();
    this.body = delivery.getBody();
    this.id = id(properties, body);
  }

  static Letter of(DeadLetterQueue queue, Delivery delivery) {
    return new Letter(queue, delivery);
  }

  /** Its {@code message_id} made usable, or one made of what is in it. */
  String id() {
    return id;
  }

  DeadLetterQueue queue() {
    return queue;
  }

  Envelope envelope() {
    return envelope;
  }

  BasicProperties properties() {
    return properties;
  }

  byte[] body() {
    return body;
  }

  private static String id(BasicProperties properties, byte[] body) {
    String messageId = properties.getMessageId();
    return messageId == null || messageId.isEmpty()
        ? substitute(properties, body)
        : UsableId.of(messageId);
  }

  /** The same each time that one looks, and another one for almost any other letter. */
  private static String substitute(BasicProperties properties, byte[] body) {
    LetterHeaders headers = LetterHeaders.of(properties);
    String known =
        "%s %s %s %s %s"
            .formatted(
                UUID.nameUUIDFromBytes(body),
                properties.getTimestamp(),
                properties.getCorrelationId(),
                headers.text(DeadLetter.FAILED_AT),
                headers.timeOfLatestDeath());
    return "no-id-" + UUID.nameUUIDFromBytes(known.getBytes(StandardCharsets.UTF_8));
  }

  long tag() {
    return envelope.getDeliveryTag();
  }

  LetterHeaders headers() {
    return LetterHeaders.of(properties);
  }

  /** Why it was given up, in the worker's word or else the broker's. */
  String reason() {
    LetterHeaders headers = headers();
    String ours = headers.text(DeadLetter.REASON);
    return ours != null
        ? ours
        : Objects.requireNonNullElse(headers.text("x-first-death-reason"), "unknown");
  }

  @Nullable Instant deadAt() {
    Instant ours = headers().millis(DeadLetter.FAILED_AT);
    return ours != null ? ours : headers().timeOfLatestDeath();
  }

  @Nullable Instant sentAt() {
    Date timestamp = properties.getTimestamp();
    return timestamp == null ? null : LetterHeaders.plausible(timestamp.toInstant());
  }

  /** The body as text; null if it is none. */
  @Nullable String text() {
    return Utf8.decode(body).orElse(null);
  }

  int replays() {
    return Objects.requireNonNullElse(headers().count(DeadLetter.REPLAYED), 0);
  }
}

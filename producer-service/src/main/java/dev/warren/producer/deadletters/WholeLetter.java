package dev.warren.producer.deadletters;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.rabbitmq.client.AMQP.BasicProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All of a dead letter.
 *
 * @param summary what the list tells of it
 * @param encoding {@code utf-8}, or {@code base64} of a body that is no text
 * @param body the body
 * @param messageId its {@code message_id}, as it is
 * @param sentAt its {@code timestamp}
 * @param appId its {@code app_id}
 * @param contentType its {@code content_type}
 * @param correlationId its {@code correlation_id}
 * @param replyTo its {@code reply_to}
 * @param headers its headers; bytes in them are in base64
 */
@Schema(name = "WholeDeadLetter")
record WholeLetter(
    @JsonUnwrapped LetterView summary,
    @Schema(allowableValues = {"utf-8", "base64"}) String encoding,
    String body,
    @Nullable String messageId,
    @Nullable Instant sentAt,
    @Nullable String appId,
    @Nullable String contentType,
    @Nullable String correlationId,
    @Nullable String replyTo,
    Map<String, @Nullable Object> headers) {

  static WholeLetter of(Letter letter, Instant now) {
    BasicProperties properties = letter.properties();
    String text = letter.text();
    return new WholeLetter(
        LetterView.of(letter, now),
        text == null ? "base64" : "utf-8",
        text == null ? base64(letter.body()) : text,
        properties.getMessageId(),
        letter.sentAt(),
        properties.getAppId(),
        properties.getContentType(),
        properties.getCorrelationId(),
        properties.getReplyTo(),
        table(letter.headers().all()));
  }

  private static Map<String, @Nullable Object> table(Map<?, ?> table) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    table.forEach((name, value) -> shown.put(String.valueOf(name), value(value)));
    return shown;
  }

  private static @Nullable Object value(@Nullable Object value) {
    if (value == null || value instanceof Boolean || value instanceof Number) {
      return value;
    }
    if (value instanceof Map<?, ?> nested) {
      return table(nested);
    }
    if (value instanceof List<?> nested) {
      return nested.stream().map(WholeLetter::value).toList();
    }
    if (value instanceof byte[] bytes) {
      return base64(bytes);
    }
    return value instanceof Date date ? date.toInstant().toString() : value.toString();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}

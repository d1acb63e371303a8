package dev.warren.producer.deadletters;

import dev.warren.contracts.DeadLetter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a list tells of a dead letter.
 *
 * @param id by which it is asked for
 * @param queue the dead-letter queue
 * @param reason {@code failed}, {@code rejected} or {@code timed-out}, or what the broker says,
 *     such as {@code delivery_limit}
 * @param error the last attempt's exception, of which the first 1000 characters
 * @param attempts how many were made; null if its worker did not say
 * @param worker who made the last one, likewise
 * @param deadAt when it was given up
 * @param age how long ago that is, in seconds
 * @param text the beginning of its body, at most 200 characters; null if it is no UTF-8
 * @param size the length of its body, in bytes
 * @param replays how often it was put back before
 * @param origin where it died first, as far as the broker tells
 * @param replayTo where a replay puts it; null if that makes no sense
 */
@Schema(name = "DeadLetter")
record LetterView(
    String id,
    String queue,
    String reason,
    @Nullable String error,
    @Nullable Integer attempts,
    @Nullable String worker,
    @Nullable Instant deadAt,
    @Nullable Long age,
    @Nullable String text,
    int size,
    int replays,
    Origin origin,
    @Nullable String replayTo) {

  static final int MAX_TEXT = 200;
  private static final int MAX_NAME = 255;
  private static final int MAX_ERROR = 1000;

  static LetterView of(Letter letter, Instant now) {
    LetterHeaders headers = letter.headers();
    Instant deadAt = letter.deadAt();
    return new LetterView(
        letter.id(),
        letter.queue().name(),
        Objects.requireNonNull(cut(letter.reason(), MAX_NAME)),
        cut(headers.text(DeadLetter.EXCEPTION), MAX_ERROR),
        headers.count(DeadLetter.ATTEMPTS),
        cut(headers.text(DeadLetter.WORKER), MAX_NAME),
        deadAt,
        deadAt == null ? null : Math.max(0, Duration.between(deadAt, now).toSeconds()),
        cut(letter.text(), MAX_TEXT),
        letter.body().length,
        letter.replays(),
        Origin.of(headers),
        letter.queue().replayTo());
  }

  private static @Nullable String cut(@Nullable String text, int max) {
    if (text == null || text.length() <= max) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
  }

  /**
   * How a letter came to its end by the broker's hand.
   *
   * @param queue where it died first
   * @param exchange where it had been published
   * @param routingKey with which key
   */
  @Schema(name = "DeadLetterOrigin")
  record Origin(@Nullable String queue, @Nullable String exchange, @Nullable String routingKey) {

    static Origin of(LetterHeaders headers) {
      Object exchange = headers.ofLatestDeath("exchange");
      Object keys = headers.ofLatestDeath("routing-keys");
      return new Origin(
          cut(headers.text("x-first-death-queue"), MAX_NAME),
          exchange == null ? null : cut(exchange.toString(), MAX_NAME),
          keys instanceof List<?> list && !list.isEmpty()
              ? cut(String.valueOf(list.get(0)), MAX_NAME)
              : null);
    }
  }
}

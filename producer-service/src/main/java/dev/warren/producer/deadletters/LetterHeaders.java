package dev.warren.producer.deadletters;

import com.rabbitmq.client.AMQP.BasicProperties;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads headers that anybody may have set: what is not of the expected type is not there.
 *
 * @param all the headers
 */
record LetterHeaders(Map<String, @Nullable Object> all) {

  private static final String X_DEATH = "x-death";
  private static final Instant YEAR_10000 = Instant.parse("9999-12-31T23:59:59Z");

  static LetterHeaders of(BasicProperties properties) {
    return new LetterHeaders(Objects.requireNonNullElse(properties.getHeaders(), Map.of()));
  }

  @Nullable String text(String name) {
    Object value = all.get(name);
    return value == null ? null : value.toString();
  }

  @Nullable Integer count(String name) {
    return all.get(name) instanceof Number number
        ? (int) Math.max(0, Math.min(number.longValue(), Integer.MAX_VALUE))
        : null;
  }

  @Nullable Instant millis(String name) {
    return all.get(name) instanceof Number number
        ? plausible(Instant.ofEpochMilli(number.longValue()))
        : null;
  }

  /** A member of the broker's own record of the latest death. */
  @Nullable Object ofLatestDeath(String member) {
    return all.get(X_DEATH) instanceof List<?> deaths
            && !deaths.isEmpty()
            && deaths.get(0) instanceof Map<?, ?> latest
        ? latest.get(member)
        : null;
  }

  @Nullable Instant timeOfLatestDeath() {
    return ofLatestDeath("time") instanceof Date time ? plausible(time.toInstant()) : null;
  }

  /** The instant, unless no clock that is right can have shown it. */
  static @Nullable Instant plausible(Instant instant) {
    return instant.isBefore(Instant.EPOCH) || instant.isAfter(YEAR_10000) ? null : instant;
  }
}

package dev.warren.messaging.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.core.MessageProperties;

class QueueWaitTest {

  private static final long NOW = Instant.parse("2026-01-01T12:00:00.700Z").toEpochMilli();

  private final MessageProperties properties = new MessageProperties();

  @Test
  void theTimestampHasWholeSeconds() {
    properties.setTimestamp(Date.from(Instant.parse("2026-01-01T11:59:59Z")));

    assertThat(QueueWait.millis(properties, NOW)).isEqualTo(1700);
  }

  @Test
  void theHeaderIsMoreExact() {
    properties.setTimestamp(Date.from(Instant.parse("2026-01-01T11:59:59Z")));
    properties.setHeader("timestamp_in_ms", NOW - 3);

    assertThat(QueueWait.millis(properties, NOW)).isEqualTo(3);
  }

  @Test
  void aSendersClockThatIsAheadMakesNoNegativeWait() {
    properties.setHeader("timestamp_in_ms", NOW + 500);

    assertThat(QueueWait.millis(properties, NOW)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "2026-03-01T00:00:00Z", "9999-12-31T23:59:59Z"})
  void aTimeThatCannotBeIsUnknown(String sent) {
    properties.setTimestamp(Date.from(Instant.parse(sent)));

    assertThat(QueueWait.millis(properties, NOW)).isEqualTo(QueueWait.UNKNOWN);
  }

  @Test
  void aHeaderThatIsNoNumberIsNotRead() {
    properties.setHeader("timestamp_in_ms", "yesterday");

    assertThat(QueueWait.millis(properties, NOW)).isEqualTo(QueueWait.UNKNOWN);
  }

  @Test
  void aMessageInAStreamIsKeptAndDoesNotWait() {
    properties.setHeader("timestamp_in_ms", NOW - 3);
    properties.setHeader("x-stream-offset", 17L);

    assertThat(QueueWait.millis(properties, NOW)).isEqualTo(QueueWait.UNKNOWN);
  }
}

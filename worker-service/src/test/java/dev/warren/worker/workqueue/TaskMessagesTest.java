package dev.warren.worker.workqueue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.contracts.DeadLetter;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;

class TaskMessagesTest {

  private final MessageProperties properties = new MessageProperties();

  @Test
  void keepsTheIdAndTheTimeOfTheMessage() {
    Instant sent = Instant.parse("2026-01-02T03:04:05Z");
    properties.setMessageId("3f0c1c5e-6f0e-4d5f-9c39-6a6f3f5f2b11");
    properties.setTimestamp(Date.from(sent));

    assertThat(task()).isEqualTo(new Task("3f0c1c5e-6f0e-4d5f-9c39-6a6f3f5f2b11", 1, sent, 0, 0));
  }

  @Test
  void makesAnIdForAClientThatSendsNone() {
    assertThat(task().id()).startsWith("foreign-").isNotEqualTo(task().id());
    assertThat(task().submittedAt()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/../b", "two\nlines", "Grüße", "   "})
  void makesAUsableIdOfAnOddOneAndTheSameEachTime(String odd) {
    properties.setMessageId(odd);

    assertThat(task().id()).matches("foreign-[0-9a-f-]{36}").isEqualTo(task().id());
  }

  @Test
  void makesAUsableIdOfALongOne() {
    properties.setMessageId("x".repeat(255));

    assertThat(task().id()).matches("foreign-[0-9a-f-]{36}");
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, -1, 253402300800000L})
  void doesNotBelieveAnImpossibleTime(long millis) {
    properties.setTimestamp(Date.from(Instant.ofEpochMilli(millis)));

    assertThat(task().submittedAt()).isNull();
  }

  @Test
  void countsTheDeliveriesThatFailed() {
    properties.setRedelivered(true);
    properties.setHeaders(Map.of("x-delivery-count", 2L, "x-acquired-count", 5L));

    assertThat(task().attempt()).isEqualTo(3);
  }

  @Test
  void addsTheAttemptsThatTheLadderHasCounted() {
    properties.setHeader("retry_count", 2);
    assertThat(task().attempt()).isEqualTo(3);
    assertThat(task().cameBack()).isZero();

    properties.setRedelivered(true);
    properties.setHeader("x-delivery-count", 1L);
    assertThat(task().attempt()).isEqualTo(4);
    assertThat(task().cameBack()).isEqualTo(1);

    properties.setHeader("retry_count", Long.MIN_VALUE);
    assertThat(task().attempt()).isEqualTo(2);
  }

  @Test
  void doesNotCountADeliveryThatWasGivenBackUntouched() {
    properties.setRedelivered(true);
    properties.setHeaders(Map.of("x-acquired-count", 1L));

    assertThat(task().attempt()).isEqualTo(1);
  }

  @Test
  void knowsASecondAttemptFromAQueueThatDoesNotCount() {
    properties.setRedelivered(true);

    assertThat(task().attempt()).isEqualTo(2);
  }

  @Test
  void doesNotBelieveACountThatAClientSent() {
    properties.setRedelivered(false);
    properties.setHeaders(Map.of("x-delivery-count", 41L));

    assertThat(task().attempt()).isEqualTo(1);
  }

  @Test
  void knowsHowOftenItWasPutBackFromTheDeadLetters() {
    properties.setHeader(DeadLetter.REPLAYED, 2);
    assertThat(task().replays()).isEqualTo(2);

    properties.setHeader(DeadLetter.REPLAYED, -1L);
    assertThat(task().replays()).isZero();

    properties.setHeader(DeadLetter.REPLAYED, "many");
    assertThat(task().replays()).isZero();
  }

  private Task task() {
    return TaskMessages.toTask(new Message(new byte[0], properties));
  }
}

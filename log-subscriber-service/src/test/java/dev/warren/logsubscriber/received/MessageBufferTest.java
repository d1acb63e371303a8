package dev.warren.logsubscriber.received;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.logsubscriber.received.MessageBuffer.Excerpt;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageBufferTest {

  @Test
  void dropsTheOldestWhenThereAreTooMany() {
    MessageBuffer buffer = filled(new MessageBuffer(3, 1000), 5, 10);

    assertThat(ids(buffer.newest(10, 1000, any -> true))).containsExactly(3L, 4L, 5L);
    assertThat(buffer.bytes()).isEqualTo(30);
  }

  @Test
  void dropsTheOldestWhenTheyAreTooLarge() {
    MessageBuffer buffer = filled(new MessageBuffer(100, 25), 5, 10);

    assertThat(ids(buffer.newest(10, 1000, any -> true))).containsExactly(4L, 5L);
    assertThat(buffer.bytes()).isEqualTo(20);
  }

  @Test
  void doesNotKeepWhatAloneIsTooLarge() {
    MessageBuffer buffer = filled(new MessageBuffer(100, 25), 2, 10);

    buffer.add(message(3), 26);

    assertThat(buffer.size()).isZero();
    assertThat(buffer.bytes()).isZero();
  }

  @Test
  void findsTheNewestOfThoseThatMatch() {
    MessageBuffer buffer = filled(new MessageBuffer(100, 1000), 9, 10);

    assertThat(ids(buffer.newest(2, 1000, message -> message.id() % 2 == 0)))
        .containsExactly(6L, 8L);
    assertThat(ids(buffer.newest(100, 25, any -> true))).containsExactly(7L, 8L, 9L);
  }

  @Test
  void tellsWhetherSomeThatMatchAreLeftOut() {
    MessageBuffer buffer = filled(new MessageBuffer(100, 1000), 9, 10);

    assertThat(buffer.newest(9, 1000, any -> true).leftOut()).isFalse();
    assertThat(buffer.newest(8, 1000, any -> true).leftOut()).isTrue();
    assertThat(buffer.newest(8, 1000, message -> message.id() > 1).leftOut()).isFalse();
    assertThat(buffer.newest(100, 80, any -> true).leftOut()).isTrue();
  }

  @Test
  void knowsWhatHadToMakeRoom() {
    MessageBuffer buffer = filled(new MessageBuffer(3, 1000), 5, 10);

    assertThat(buffer.hasDroppedSince(1)).isTrue();
    assertThat(buffer.hasDroppedSince(2)).isFalse();
  }

  private static MessageBuffer filled(MessageBuffer buffer, int messages, long weight) {
    for (int id = 1; id <= messages; id++) {
      buffer.add(message(id), weight);
    }
    return buffer;
  }

  private static ReceivedMessage message(long id) {
    return new ReceivedMessage(
        id, "s", "fanout", "", Map.of(), "", Body.UTF_8, 0, false, Instant.EPOCH, null, false);
  }

  private static List<Long> ids(Excerpt excerpt) {
    return excerpt.messages().stream().map(ReceivedMessage::id).toList();
  }
}

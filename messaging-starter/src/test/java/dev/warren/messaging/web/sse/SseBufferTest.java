package dev.warren.messaging.web.sse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SseBufferTest {

  private static final byte[] FRAME = new byte[10];

  private final SseBuffer buffer = new SseBuffer(20);

  @Test
  void refusesAFrameBeyondItsLimitAndDropsEverything() {
    assertThat(buffer.offer(FRAME, false)).isTrue();
    assertThat(buffer.offer(FRAME, false)).isTrue();

    assertThat(buffer.offer(FRAME, false)).isFalse();

    assertThat(buffer.poll()).isNull();
    assertThat(buffer.isEnded()).isTrue();
    assertThat(buffer.offer(FRAME, false)).as("refused once only").isTrue();
  }

  @Test
  void takesAsMuchAsTheClientReads() {
    for (int i = 0; i < 100; i++) {
      assertThat(buffer.offer(FRAME, false)).isTrue();
      assertThat(buffer.poll()).isSameAs(FRAME);
    }
  }

  @Test
  void doesNotCountWhatTheClientAskedToBeReplayed() {
    for (int i = 0; i < 100; i++) {
      buffer.add(FRAME, false);
    }

    assertThat(buffer.offer(FRAME, false)).isTrue();
  }

  @Test
  void isEndedWhenItsLastFrameHasBeenTaken() {
    buffer.offer(FRAME, true);
    buffer.offer(FRAME, false);

    assertThat(buffer.isEnded()).isFalse();
    assertThat(buffer.poll()).isNotNull();
    assertThat(buffer.poll()).isNull();
    assertThat(buffer.isEnded()).isTrue();
  }
}

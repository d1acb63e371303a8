package dev.warren.messaging.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.test.util.ReflectionTestUtils;

class ListenerDefaultsTest {

  @Test
  void waitsForTheRunningHandlerALittleLessLongThanSpringWaitsForTheContainer() {
    assertThat(shutdownMillisUnder(Duration.ofSeconds(30))).isEqualTo(25_000L);
  }

  @Test
  void keepsAPositiveWaitUnderAShortPhase() {
    assertThat(shutdownMillisUnder(Duration.ofSeconds(4))).isEqualTo(2_000L);
  }

  @Test
  void leavesTheLastWordToTheService() {
    ListenerDefaults defaults =
        new ListenerDefaults(
            Duration.ofSeconds(30),
            List.of(),
            List.of(container -> container.setShutdownTimeout(7)));
    SimpleMessageListenerContainer container = new SimpleMessageListenerContainer();
    container.setListenerId("test");

    defaults.apply(container);

    assertThat(ReflectionTestUtils.getField(container, "shutdownTimeout")).isEqualTo(7L);
  }

  private static Object shutdownMillisUnder(Duration phaseTimeout) {
    SimpleMessageListenerContainer container = new SimpleMessageListenerContainer();
    container.setListenerId("test");
    new ListenerDefaults(phaseTimeout, List.of(), List.of()).apply(container);
    Object millis = ReflectionTestUtils.getField(container, "shutdownTimeout");
    assertThat(millis).isNotNull();
    return millis == null ? 0L : millis;
  }
}

package dev.warren.messaging.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.listener.adapter.HandlerAdapter;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.adapter.MessagingMessageListenerAdapter;
import org.springframework.messaging.handler.annotation.support.DefaultMessageHandlerMethodFactory;
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

  /** Spring Messaging takes the name for its own and refuses what is no channel. */
  @Test
  void handsOverAMessageWhoseHeadersSpringWouldRefuse() throws Exception {
    Received listener = new Received();
    Method method = Received.class.getDeclaredMethod("receive", Message.class);
    MessagingMessageListenerAdapter adapter = new MessagingMessageListenerAdapter(listener, method);
    adapter.setHandlerAdapter(
        new HandlerAdapter(
            new DefaultMessageHandlerMethodFactory()
                .createInvocableHandlerMethod(listener, method)));
    adapter.setMessageConverter(new RawBodyConverter());
    SimpleMessageListenerContainer container = new SimpleMessageListenerContainer();
    container.setListenerId("test");
    container.setMessageListener(adapter);
    Message message = MessageBuilder.withBody(new byte[1]).setHeader("errorChannel", 5).build();

    new ListenerDefaults(Duration.ofSeconds(30), List.of(), List.of()).apply(container);
    adapter.onMessage(message, null);

    assertThat(listener.messages).containsExactly(message);
  }

  private static final class Received {

    final List<Message> messages = new ArrayList<>();

    @SuppressWarnings("UnusedMethod") // called by reflection
    void receive(Message message) {
      messages.add(message);
    }
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

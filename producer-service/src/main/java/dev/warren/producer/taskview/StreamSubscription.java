package dev.warren.producer.taskview;

import dev.warren.messaging.listen.ListenerCustomizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;

/**
 * Where reading begins: at the stream's first message when the service starts, and after an
 * interruption at the message that is due. A container takes its consumer arguments anew whenever
 * it has to subscribe again.
 */
final class StreamSubscription implements ListenerCustomizer {

  static final String LISTENER = "task-view";

  /** A consumer argument, and a header of each message. */
  static final String OFFSET = "x-stream-offset";

  private final int prefetch;
  private volatile @Nullable AbstractMessageListenerContainer container;

  StreamSubscription(int prefetch) {
    this.prefetch = prefetch;
  }

  @Override
  public void customize(AbstractMessageListenerContainer candidate) {
    if (LISTENER.equals(candidate.getListenerId())) {
      candidate.setConsumerArguments(Map.of(OFFSET, "first"));
      if (candidate instanceof SimpleMessageListenerContainer simple) {
        simple.setPrefetchCount(prefetch); // a stream is not delivered without one
      }
      container = candidate;
    }
  }

  void resumeAt(long offset) {
    AbstractMessageListenerContainer subscribed = container;
    if (subscribed != null) {
      subscribed.setConsumerArguments(Map.of(OFFSET, offset));
    }
  }
}

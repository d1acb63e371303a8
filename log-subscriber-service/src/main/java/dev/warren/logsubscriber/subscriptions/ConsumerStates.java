package dev.warren.logsubscriber.subscriptions;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.ConsumeOkEvent;
import org.springframework.amqp.rabbit.listener.ListenerContainerConsumerFailedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Which queues are really being consumed: from the broker's {@code basic.consume-ok} until the
 * listener container reports its consumer lost.
 */
@Component
class ConsumerStates {

  private final Map<String, CompletableFuture<Void>> consuming = new ConcurrentHashMap<>();

  @EventListener
  void started(ConsumeOkEvent event) {
    state(event.getQueue()).complete(null);
  }

  @EventListener
  void lost(ListenerContainerConsumerFailedEvent event) {
    if (event.getSource() instanceof AbstractMessageListenerContainer container) {
      for (String queue : container.getQueueNames()) {
        consuming.computeIfPresent(queue, (name, state) -> state.isDone() ? null : state);
      }
    }
  }

  boolean isConsuming(String queue) {
    CompletableFuture<Void> state = consuming.get(queue);
    return state != null && state.isDone();
  }

  /** Waits until the queue is consumed; false if that takes too long. */
  boolean await(String queue, Duration timeout) {
    try {
      state(queue).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void forget(String queue) {
    consuming.remove(queue);
  }

  private CompletableFuture<Void> state(String queue) {
    return consuming.computeIfAbsent(queue, name -> new CompletableFuture<>());
  }
}

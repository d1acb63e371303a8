package dev.warren.producer.taskview;

import dev.warren.contracts.TaskEvents;
import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.messaging.publish.OutgoingMessages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.ConsumeOkEvent;
import org.springframework.amqp.rabbit.listener.ListenerContainerConsumerFailedEvent;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Knows whether the history has been read up to the present. AMQP does not tell where a stream
 * ends, so with each subscription an empty array is appended as a marker; when that comes back,
 * everything before it has been read.
 */
final class Replay implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(Replay.class);
  private static final byte[] NO_EVENTS = "[]".getBytes(StandardCharsets.UTF_8);
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final ConfirmedPublisher publisher;
  private final OutgoingMessages messages;
  private final ViewLag lag;
  private final ExecutorService markers =
      Executors.newSingleThreadExecutor(new CustomizableThreadFactory("task-view-"));
  private volatile @Nullable String awaited;
  private volatile boolean upToDate;

  Replay(ConfirmedPublisher publisher, OutgoingMessages messages, ViewLag lag) {
    this.publisher = publisher;
    this.messages = messages;
    this.lag = lag;
  }

  /** False from the start, and from each interruption, until all has been read. */
  boolean isUpToDate() {
    return upToDate;
  }

  @EventListener
  void subscribed(ConsumeOkEvent event) {
    if (TaskEvents.STREAM.equals(event.getQueue())) {
      String marker = UUID.randomUUID().toString();
      awaited = marker;
      lag.appending(marker);
      markers.execute(() -> append(marker));
    }
  }

  @EventListener
  void interrupted(ListenerContainerConsumerFailedEvent event) {
    AbstractMessageListenerContainer container =
        (AbstractMessageListenerContainer) event.getSource();
    if (List.of(container.getQueueNames()).contains(TaskEvents.STREAM)) {
      upToDate = false;
      lag.interrupted();
    }
  }

  /** A message with this id has been read. */
  void seen(@Nullable String messageId) {
    lag.read(messageId);
    if (messageId != null && messageId.equals(awaited)) {
      awaited = null;
      upToDate = true;
      lag.caughtUp();
      log.info("The history of tasks has been read up to the present");
    }
  }

  private void append(String marker) {
    Message message = messages.json(marker, NO_EVENTS);
    try {
      while (marker.equals(awaited)
          && !publisher.publishAndAwait("", TaskEvents.STREAM, message).isConfirmed()) {
        Thread.sleep(RETRY.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void destroy() {
    markers.shutdownNow();
  }
}

package dev.warren.messaging.taskevents;

import dev.warren.contracts.TaskEvents;
import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.messaging.publish.OutgoingMessages;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The stream and its publisher, for a service that imports this. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TaskEventsProperties.class)
public class TaskEventsConfiguration {

  private static final TaskEventAppendListener NOBODY = (messageId, body, events) -> {};

  @Bean
  Queue taskEventsStream() {
    return QueueBuilder.durable(TaskEvents.STREAM).stream().build();
  }

  @Bean
  TaskEventBuffer taskEventBuffer(TaskEventsProperties properties, MeterRegistry meters) {
    return new TaskEventBuffer(properties, meters);
  }

  @Bean
  BatchingTaskEventPublisher taskEventPublisher(
      TaskEventBuffer buffer,
      TaskEventsProperties properties,
      ConfirmedPublisher publisher,
      OutgoingMessages messages,
      JsonMapper json,
      ObjectProvider<TaskEventAppendListener> listener) {
    TaskEventBatches batches = new TaskEventBatches(buffer, properties, json);
    StreamAppender stream =
        new StreamAppender(publisher, messages, listener.getIfAvailable(() -> NOBODY));
    return new BatchingTaskEventPublisher(buffer, batches, stream, properties);
  }
}

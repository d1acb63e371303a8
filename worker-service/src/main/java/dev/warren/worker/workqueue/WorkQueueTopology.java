package dev.warren.worker.workqueue;

import dev.warren.contracts.WorkQueue;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The queues, declared as their sender declares them. That rejected tasks go from the one to the
 * other is a policy of the broker: {@code broker/definitions.json}.
 */
@Configuration(proxyBeanMethods = false)
class WorkQueueTopology {

  @Bean
  Queue taskQueue() {
    return QueueBuilder.durable(WorkQueue.QUEUE).quorum().build();
  }

  @Bean
  Queue taskDeadLetterQueue() {
    return QueueBuilder.durable(WorkQueue.DEAD_LETTER_QUEUE).quorum().build();
  }

  /** The worker's alone. One consumer at a time is something that only an argument can say. */
  @Bean
  Queue suspectsQueue() {
    return QueueBuilder.durable(WorkQueue.SUSPECTS_QUEUE).quorum().singleActiveConsumer().build();
  }
}

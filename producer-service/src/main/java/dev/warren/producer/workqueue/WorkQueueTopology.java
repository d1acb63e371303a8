package dev.warren.producer.workqueue;

import dev.warren.contracts.WorkQueue;
import dev.warren.messaging.taskevents.TaskEventsConfiguration;
import dev.warren.producer.catalogue.PatternDescription;
import dev.warren.producer.replay.DeadLetterQueue;
import java.util.List;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;

/**
 * The tasks' queue and the one for those that were given up, which sender and worker declare alike.
 * What leads from one to the other is a policy, so that the tutorials' clients may declare them
 * too.
 */
@Configuration(proxyBeanMethods = false)
@Import(TaskEventsConfiguration.class)
class WorkQueueTopology {

  @Bean
  Queue taskQueue() {
    return QueueBuilder.durable(WorkQueue.QUEUE).quorum().build();
  }

  @Bean
  Queue taskDeadLetterQueue() {
    return QueueBuilder.durable(WorkQueue.DEAD_LETTER_QUEUE).quorum().build();
  }

  @Bean
  @Order(1)
  DeadLetterQueue taskDeadLetters() {
    return new DeadLetterQueue(WorkQueue.DEAD_LETTER_QUEUE, WorkQueue.QUEUE);
  }

  @Bean
  @Order(2)
  PatternDescription workQueuesPattern() {
    return PatternDescription.ofQueues(
        "work-queues",
        "Work Queues",
        "Time-consuming tasks, shared fairly among workers, done at least once",
        List.of(WorkQueue.QUEUE, WorkQueue.DEAD_LETTER_QUEUE),
        List.of(
            "POST /api/tasks",
            "POST /api/tasks/bulk",
            "GET /api/tasks",
            "GET /api/tasks/{id}",
            "GET /api/tasks/{id}/events",
            "GET /api/events"));
  }
}

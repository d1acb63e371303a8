package dev.warren.producer.workqueue;

import dev.warren.contracts.WorkQueue;
import dev.warren.producer.catalogue.PatternDescription;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the catalogue says of the ways in which workers try a failed task again. */
@Configuration(proxyBeanMethods = false)
class RetryPatterns {

  private static final List<String> QUEUES = List.of(WorkQueue.QUEUE, WorkQueue.DEAD_LETTER_QUEUE);
  private static final List<String> ENDPOINTS = List.of("POST /api/tasks", "GET /api/tasks/{id}");

  @Bean
  @Order(20)
  PatternDescription delayedRetryPattern() {
    return new PatternDescription(
        "delayed-retry",
        "Delayed retry by the broker",
        "A failed task is held back in its queue for longer each time, while others flow past",
        "queueing",
        List.of(),
        QUEUES,
        ENDPOINTS,
        "4.3",
        "docs/patterns/delayed-retry.md");
  }

  @Bean
  @Order(21)
  PatternDescription retryLadderPattern() {
    return PatternDescription.ofQueues(
        "retry-ladder",
        "Retry ladder",
        "A failed task waits in a queue from which it expires into its own, while others flow past",
        QUEUES,
        ENDPOINTS);
  }

  @Bean
  @Order(22)
  PatternDescription retryInProcessPattern() {
    return PatternDescription.ofQueues(
        "retry-in-process",
        "In-process retry",
        "The worker itself waits and tries a failed task again, and holds up others meanwhile",
        QUEUES,
        ENDPOINTS);
  }
}

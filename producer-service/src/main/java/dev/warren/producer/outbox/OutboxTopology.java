package dev.warren.producer.outbox;

import dev.warren.contracts.Orders;
import dev.warren.producer.catalogue.PatternDescription;
import dev.warren.producer.replay.DeadLetterQueue;
import java.util.List;
import org.springframework.amqp.core.Exchange;
import org.springframework.amqp.core.ExchangeBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The publisher owns the exchange; who wants to know of orders binds a queue to it. */
@Configuration(proxyBeanMethods = false)
class OutboxTopology {

  @Bean
  Exchange ordersExchange() {
    return ExchangeBuilder.topicExchange(Orders.EXCHANGE).durable(true).build();
  }

  /** Declared here as well, so that it can be looked into before there was any worker. */
  @Bean
  Queue ordersDeadLetterQueue() {
    return QueueBuilder.durable(Orders.DEAD_LETTER_QUEUE).quorum().build();
  }

  @Bean
  DeadLetterQueue ordersDeadLetters() {
    return new DeadLetterQueue(Orders.DEAD_LETTER_QUEUE, Orders.QUEUE);
  }

  @Bean
  @Order(8)
  PatternDescription transactionalOutboxPattern() {
    return PatternDescription.of(
        "transactional-outbox",
        "Transactional Outbox",
        "What is stored and what is told of it are one transaction",
        "reliability",
        List.of(Orders.EXCHANGE),
        List.of(),
        List.of("POST /api/orders", "GET /api/orders/{id}"));
  }

  @Bean
  @Order(9)
  PatternDescription idempotentConsumerPattern() {
    return PatternDescription.of(
        "idempotent-consumer",
        "Idempotent Consumer",
        "A message that comes twice has one effect",
        "reliability",
        List.of(Orders.EXCHANGE),
        List.of(Orders.QUEUE),
        List.of("POST /api/orders"));
  }
}

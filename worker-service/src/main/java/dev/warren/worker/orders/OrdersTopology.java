package dev.warren.worker.orders;

import dev.warren.contracts.Orders;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The queue and its binding, which are the consumer's; the exchange as its publisher has it. */
@Configuration(proxyBeanMethods = false)
class OrdersTopology {

  @Bean
  TopicExchange ordersExchange() {
    return new TopicExchange(Orders.EXCHANGE, true, false);
  }

  @Bean
  Queue ordersQueue() {
    return QueueBuilder.durable(Orders.QUEUE).quorum().build();
  }

  @Bean
  Queue ordersDeadLetterQueue() {
    return QueueBuilder.durable(Orders.DEAD_LETTER_QUEUE).quorum().build();
  }

  @Bean
  Binding ordersBinding(Queue ordersQueue, TopicExchange ordersExchange) {
    return BindingBuilder.bind(ordersQueue).to(ordersExchange).with(Orders.PLACED);
  }
}

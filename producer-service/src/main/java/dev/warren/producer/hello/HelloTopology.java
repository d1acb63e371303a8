package dev.warren.producer.hello;

import dev.warren.contracts.Hello;
import dev.warren.producer.catalogue.PatternDescription;
import java.util.List;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** One durable quorum queue, which sender and receiver declare alike. */
@Configuration(proxyBeanMethods = false)
class HelloTopology {

  @Bean
  Queue helloQueue() {
    return QueueBuilder.durable(Hello.QUEUE).quorum().build();
  }

  @Bean
  @Order(1)
  PatternDescription helloPattern() {
    return PatternDescription.ofQueues(
        "hello",
        "Hello World",
        "The simplest thing that sends and receives, through one queue",
        List.of(Hello.QUEUE),
        List.of("POST /api/hello"));
  }
}

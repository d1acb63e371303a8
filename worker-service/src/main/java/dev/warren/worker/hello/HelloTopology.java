package dev.warren.worker.hello;

import dev.warren.contracts.Hello;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The queue, declared as its sender declares it. */
@Configuration(proxyBeanMethods = false)
class HelloTopology {

  @Bean
  Queue helloQueue() {
    return QueueBuilder.durable(Hello.QUEUE).quorum().build();
  }
}

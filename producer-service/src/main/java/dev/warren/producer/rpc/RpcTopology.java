package dev.warren.producer.rpc;

import dev.warren.contracts.Rpc;
import dev.warren.producer.catalogue.PatternDescription;
import dev.warren.producer.replay.DeadLetterQueue;
import java.util.List;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * The queues, declared as the servers declare them. That rejected and expired requests go from the
 * one to the other is a policy of the broker: {@code broker/definitions.json}.
 */
@Configuration(proxyBeanMethods = false)
class RpcTopology {

  @Bean
  Queue rpcQueue() {
    return QueueBuilder.durable(Rpc.QUEUE).quorum().build();
  }

  @Bean
  Queue rpcDeadLetterQueue() {
    return QueueBuilder.durable(Rpc.DEAD_LETTER_QUEUE).quorum().build();
  }

  /** Not to be replayed: nobody waits for the reply any more. */
  @Bean
  @Order(2)
  DeadLetterQueue rpcDeadLetters() {
    return new DeadLetterQueue(Rpc.DEAD_LETTER_QUEUE, null);
  }

  @Bean
  @Order(7)
  PatternDescription rpcPattern() {
    return PatternDescription.of(
        "rpc",
        "Remote procedure call",
        "A request, and the reply to whoever sent it, matched by correlation id",
        "request-reply",
        List.of(),
        List.of(Rpc.QUEUE, Rpc.DEAD_LETTER_QUEUE),
        List.of("GET /api/fib/{n}"));
  }
}

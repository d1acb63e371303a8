package dev.warren.rpcfib.rpc;

import dev.warren.contracts.Rpc;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The queues, declared as the client declares them. That rejected and expired requests go from the
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
}

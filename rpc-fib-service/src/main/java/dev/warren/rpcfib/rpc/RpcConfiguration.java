package dev.warren.rpcfib.rpc;

import dev.warren.contracts.Rpc;
import dev.warren.messaging.identity.InstanceName;
import dev.warren.messaging.listen.ListenerCustomizer;
import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.messaging.publish.OutgoingMessages;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.MessageListenerContainer;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the server, put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RpcProperties.class)
class RpcConfiguration {

  /** Between two attempts at a reply. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  @Bean
  InstanceName serverName(RpcProperties properties) {
    return InstanceName.orDefault(properties.name());
  }

  @Bean
  ListenerCustomizer rpcContainer(RpcProperties properties, InstanceName server) {
    return container -> {
      container.setPrefetchCount(properties.prefetch());
      container.setConsumerTagStrategy(queue -> server + "." + queue);
    };
  }

  @Bean
  FibonacciHandler fibonacciHandler(RpcProperties properties) {
    return new FibonacciHandler(properties.maxN());
  }

  @Bean
  ReplyPatience replyPatience(RpcProperties properties, RabbitListenerEndpointRegistry listeners) {
    return new ReplyPatience(
        properties.replyPatience(),
        PAUSE,
        () -> isStopping(listeners.getListenerContainer(Rpc.QUEUE)));
  }

  private static boolean isStopping(@Nullable MessageListenerContainer container) {
    return container instanceof AbstractMessageListenerContainer known && !known.isActive();
  }

  @Bean
  RpcReplies rpcReplies(
      ConfirmedPublisher publisher,
      OutgoingMessages messages,
      RpcStatistics statistics,
      ReplyPatience patience,
      InstanceName server) {
    return new RpcReplies(publisher, messages, statistics, patience, server);
  }

  @Bean
  RpcListener rpcListener(FibonacciHandler handler, RpcReplies replies, RpcStatistics statistics) {
    return new RpcListener(handler, replies, statistics);
  }
}

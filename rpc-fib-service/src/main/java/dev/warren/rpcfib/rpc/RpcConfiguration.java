package dev.warren.rpcfib.rpc;

import dev.warren.messaging.identity.InstanceName;
import dev.warren.messaging.listen.ListenerCustomizer;
import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.messaging.publish.OutgoingMessages;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the server, put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RpcProperties.class)
class RpcConfiguration {

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
  RpcReplies rpcReplies(
      ConfirmedPublisher publisher,
      OutgoingMessages messages,
      RpcStatistics statistics,
      InstanceName server) {
    return new RpcReplies(publisher, messages, statistics, server);
  }

  @Bean
  RpcListener rpcListener(FibonacciHandler handler, RpcReplies replies, RpcStatistics statistics) {
    return new RpcListener(handler, replies, statistics);
  }
}

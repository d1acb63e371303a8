package dev.warren.producer.rpc;

import dev.warren.messaging.metrics.BlockedConnections;
import dev.warren.messaging.publish.OutgoingMessages;
import dev.warren.messaging.tracing.MessageTracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** The calling side. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RpcProperties.class)
class RpcConfiguration {

  @Bean
  RpcMeters rpcMeters(MeterRegistry registry) {
    return new RpcMeters(registry);
  }

  /**
   * On the publishers' connection, as an alarm of the broker stops a connection that publishes, and
   * the listeners' own is not to be stopped.
   */
  @Bean
  FibClient fibClient(
      CachingConnectionFactory connections,
      OutgoingMessages messages,
      AmqpAdmin admin,
      BlockedConnections blocked,
      RpcMeters meters,
      MessageTracing tracing,
      RpcProperties properties) {
    ConnectionFactory publishers =
        Objects.requireNonNullElse(connections.getPublisherConnectionFactory(), connections);
    WaitingCalls waiting = new WaitingCalls(meters);
    ReplyChannel channel = new ReplyChannel(publishers, waiting);
    RpcRequests requests = new RpcRequests(messages);
    RpcServers servers = new RpcServers(admin, blocked);
    // a call gives its place back a little before its request
    ExecutorService sender = sender(2 * properties.maxCalls());
    RpcCalls calls = new RpcCalls(servers, channel, requests, waiting, tracing, sender);
    return new FibClient(calls, properties, meters);
  }

  /**
   * The thread that writes requests; with too many before it, a call is refused. No bean: Boot
   * would take it for the application's own executor.
   */
  private static ExecutorService sender(int waiting) {
    CustomizableThreadFactory threads = new CustomizableThreadFactory("rpc-send-");
    threads.setDaemon(true);
    return new ThreadPoolExecutor(
        1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), threads);
  }
}

package dev.warren.producer.rpc;

import dev.warren.messaging.metrics.BlockedConnections;
import dev.warren.messaging.publish.OutgoingMessages;
import dev.warren.messaging.tracing.MessageTracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.AsyncRabbitTemplate;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
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

  @Bean
  ReturnedRequests returnedRequests() {
    return new ReturnedRequests();
  }

  /**
   * On the publishers' connection, as an alarm of the broker stops a connection that publishes, and
   * the listeners' own is not to be stopped. Waits without a limit of its own: callers have theirs.
   */
  @Bean
  AsyncRabbitTemplate rpcTemplate(
      CachingConnectionFactory connections, ReturnedRequests returned, RpcMeters meters) {
    connections.addChannelListener(returned);
    ConnectionFactory publishers =
        Objects.requireNonNullElse(connections.getPublisherConnectionFactory(), connections);
    AsyncRabbitTemplate template =
        new RpcTemplate(new RabbitTemplate(publishers), returned, meters);
    template.setMandatory(true);
    template.setReceiveTimeout(0);
    return template;
  }

  @Bean
  FibClient fibClient(
      AsyncRabbitTemplate rpcTemplate,
      ReturnedRequests returned,
      OutgoingMessages messages,
      AmqpAdmin admin,
      BlockedConnections blocked,
      RpcMeters meters,
      MessageTracing tracing,
      RpcProperties properties) {
    RpcRequests requests = new RpcRequests(messages);
    RpcServers servers = new RpcServers(admin, blocked);
    // a call gives its place back a little before its thread
    ExecutorService senders = senders(2 * properties.maxCalls());
    RpcCalls calls = new RpcCalls(servers, rpcTemplate, requests, returned, tracing, senders);
    return new FibClient(calls, properties, meters);
  }

  /**
   * The threads that write requests; with all of them stuck, a call is refused. No bean: Boot would
   * take it for the application's own executor.
   */
  private static ExecutorService senders(int count) {
    CustomizableThreadFactory threads = new CustomizableThreadFactory("rpc-send-");
    threads.setDaemon(true);
    return new ThreadPoolExecutor(
        0, count, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
  }
}

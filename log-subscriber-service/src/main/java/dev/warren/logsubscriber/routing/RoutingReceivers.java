package dev.warren.logsubscriber.routing;

import dev.warren.logsubscriber.subscriptions.Interest;
import dev.warren.logsubscriber.subscriptions.StartupSubscriptions;
import org.springframework.amqp.core.AnonymousQueue;
import org.springframework.amqp.core.Base64UrlNamingStrategy;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.DirectExchange;
import org.springframework.amqp.core.Queue;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Two receivers, so two queues, each with the bindings that the settings ask for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RoutingProperties.class)
@Import(RoutingListener.class)
class RoutingReceivers {

  @Bean
  Queue directScreenQueue() {
    return new AnonymousQueue(new Base64UrlNamingStrategy("log-subscriber.direct.screen."));
  }

  @Bean
  Queue directFileQueue() {
    return new AnonymousQueue(new Base64UrlNamingStrategy("log-subscriber.direct.file."));
  }

  @Bean
  Declarables directScreenBindings(
      Queue directScreenQueue, DirectExchange directLogs, RoutingProperties settings) {
    return new Declarables(RoutingTopology.bind(directScreenQueue, directLogs, settings.direct()));
  }

  @Bean
  Declarables directFileBindings(
      Queue directFileQueue, DirectExchange directLogs, RoutingProperties settings) {
    return new Declarables(RoutingTopology.bind(directFileQueue, directLogs, settings.direct()));
  }

  @Bean
  StartupSubscriptions directSubscriptions(
      Queue directScreenQueue, Queue directFileQueue, RoutingProperties settings) {
    return StartupSubscriptions.screenAndFile(
        RoutingTopology.PATTERN,
        StartupSubscriptions.interest(
            "WARREN_DIRECT_SEVERITIES", () -> Interest.inKeys(settings.direct())),
        directScreenQueue,
        directFileQueue);
  }
}

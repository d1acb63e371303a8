package dev.warren.logsubscriber.routing;

import dev.warren.contracts.Routing;
import dev.warren.logsubscriber.subscriptions.KeyPattern;
import dev.warren.logsubscriber.subscriptions.SubscriptionPattern;
import java.util.List;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.DirectExchange;
import org.springframework.amqp.core.Queue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The direct exchange and how queues are bound to it: once for each severity they want. */
@Configuration(proxyBeanMethods = false)
class RoutingTopology {

  static final String PATTERN = "direct";

  @Bean
  DirectExchange directLogs() {
    return new DirectExchange(Routing.EXCHANGE, false, false);
  }

  @Bean
  SubscriptionPattern directPattern(DirectExchange directLogs) {
    return new KeyPattern(PATTERN, (queue, keys) -> bind(queue, directLogs, keys));
  }

  /** One binding for each key. */
  static List<Binding> bind(Queue queue, DirectExchange exchange, List<String> keys) {
    return keys.stream().map(key -> BindingBuilder.bind(queue).to(exchange).with(key)).toList();
  }
}

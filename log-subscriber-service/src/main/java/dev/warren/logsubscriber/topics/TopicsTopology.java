package dev.warren.logsubscriber.topics;

import dev.warren.contracts.Topics;
import dev.warren.logsubscriber.subscriptions.KeyPattern;
import dev.warren.logsubscriber.subscriptions.SubscriptionPattern;
import java.util.List;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topic exchange and how queues are bound to it: once for each pattern they want. */
@Configuration(proxyBeanMethods = false)
class TopicsTopology {

  static final String PATTERN = "topic";

  @Bean
  TopicExchange topicLogs() {
    return new TopicExchange(Topics.EXCHANGE, false, false);
  }

  @Bean
  SubscriptionPattern topicPattern(TopicExchange topicLogs) {
    return new KeyPattern(PATTERN, (queue, keys) -> bind(queue, topicLogs, keys));
  }

  /** One binding for each key. */
  static List<Binding> bind(Queue queue, TopicExchange exchange, List<String> keys) {
    return keys.stream().map(key -> BindingBuilder.bind(queue).to(exchange).with(key)).toList();
  }
}

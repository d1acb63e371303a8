package dev.warren.logsubscriber.pubsub;

import dev.warren.contracts.PublishSubscribe;
import dev.warren.logsubscriber.subscriptions.Interest;
import dev.warren.logsubscriber.subscriptions.SubscriptionPattern;
import java.util.List;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.FanoutExchange;
import org.springframework.amqp.core.Queue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The fanout exchange and how queues are bound to it: without any key, as it would be ignored. */
@Configuration(proxyBeanMethods = false)
class PublishSubscribeTopology {

  static final String PATTERN = "fanout";

  @Bean
  FanoutExchange logs() {
    return new FanoutExchange(PublishSubscribe.EXCHANGE, false, false);
  }

  @Bean
  SubscriptionPattern fanoutPattern(FanoutExchange logs) {
    return new FanoutPattern(logs);
  }

  private record FanoutPattern(FanoutExchange exchange) implements SubscriptionPattern {

    @Override
    public String name() {
      return PATTERN;
    }

    @Override
    public Interest complete(Interest interest) {
      interest.refuseKeys(PATTERN);
      interest.refuseHeaders(PATTERN);
      return interest;
    }

    @Override
    public List<Binding> bindings(Queue queue, Interest interest) {
      return List.of(BindingBuilder.bind(queue).to(exchange));
    }
  }
}

package dev.warren.logsubscriber.pubsub;

import dev.warren.logsubscriber.subscriptions.Interest;
import dev.warren.logsubscriber.subscriptions.StartupSubscriptions;
import org.springframework.amqp.core.AnonymousQueue;
import org.springframework.amqp.core.Base64UrlNamingStrategy;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.FanoutExchange;
import org.springframework.amqp.core.Queue;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Two receivers, so two queues: each gets every message. {@code warren.subscriptions.fanout} says
 * whether there are any; default is true.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "warren.subscriptions.fanout", matchIfMissing = true)
@Import(PublishSubscribeListener.class)
class PublishSubscribeReceivers {

  @Bean
  Queue fanoutScreenQueue() {
    return new AnonymousQueue(new Base64UrlNamingStrategy("log-subscriber.fanout.screen."));
  }

  @Bean
  Queue fanoutFileQueue() {
    return new AnonymousQueue(new Base64UrlNamingStrategy("log-subscriber.fanout.file."));
  }

  @Bean
  Binding fanoutScreenBinding(Queue fanoutScreenQueue, FanoutExchange logs) {
    return BindingBuilder.bind(fanoutScreenQueue).to(logs);
  }

  @Bean
  Binding fanoutFileBinding(Queue fanoutFileQueue, FanoutExchange logs) {
    return BindingBuilder.bind(fanoutFileQueue).to(logs);
  }

  @Bean
  StartupSubscriptions fanoutSubscriptions(Queue fanoutScreenQueue, Queue fanoutFileQueue) {
    return StartupSubscriptions.screenAndFile(
        PublishSubscribeTopology.PATTERN, Interest.EVERYTHING, fanoutScreenQueue, fanoutFileQueue);
  }
}

package dev.warren.logsubscriber.subscriptions;

import dev.warren.logsubscriber.received.Delivery;
import dev.warren.logsubscriber.received.ReceivedMessages;
import org.springframework.amqp.core.MessageListenerContainer;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerEndpoint;
import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.stereotype.Component;

/**
 * Starts and stops listeners at run time: what {@code @RabbitListener} does at start, by hand.
 *
 * @see <a
 *     href="https://docs.spring.io/spring-amqp/reference/amqp/receiving-messages/async-annotation-driven/registration.html">Programmatic
 *     endpoint registration</a>
 */
@Component
class SubscriptionListeners {

  private final RabbitListenerEndpointRegistry registry;
  private final SimpleRabbitListenerContainerFactory factory;
  private final ReceivedMessages received;

  SubscriptionListeners(
      RabbitListenerEndpointRegistry registry,
      SimpleRabbitListenerContainerFactory factory,
      ReceivedMessages received) {
    this.registry = registry;
    this.factory = factory;
    this.received = received;
  }

  /** Begins to listen; returns when the first attempt to consume is over. */
  void start(Subscription subscription) {
    String id = subscription.id();
    SimpleRabbitListenerEndpoint endpoint = new SimpleRabbitListenerEndpoint();
    endpoint.setId(id);
    endpoint.setQueues(subscription.queue());
    endpoint.setMessageListener(
        message -> received.add(Delivery.of(id, subscription.pattern(), message)));
    registry.registerListenerContainer(endpoint, factory);
    MessageListenerContainer container = registry.getListenerContainer(id);
    if (container != null) {
      container.start();
    }
  }

  /** Stops listening, after the message that is being handled. */
  void stop(Subscription subscription) {
    MessageListenerContainer container = registry.unregisterListenerContainer(subscription.id());
    if (container != null) {
      container.stop();
    }
  }
}

package dev.warren.logsubscriber.subscriptions;

import dev.warren.logsubscriber.received.Delivery;
import dev.warren.logsubscriber.received.ReceivedMessages;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerEndpoint;
import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
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

  /** How long an idle consumer takes to notice that it is to stop; a second by default. */
  private static final long RECEIVE_TIMEOUT_MILLIS = 100;

  private final RabbitListenerEndpointRegistry registry;
  private final SimpleRabbitListenerContainerFactory factory;
  private final ReceivedMessages received;
  private final SubscriptionsProperties properties;

  SubscriptionListeners(
      RabbitListenerEndpointRegistry registry,
      SimpleRabbitListenerContainerFactory factory,
      ReceivedMessages received,
      SubscriptionsProperties properties) {
    this.registry = registry;
    this.factory = factory;
    this.received = received;
    this.properties = properties;
  }

  /** Begins to listen; returns when the first attempt to consume is over. */
  void start(Subscription subscription) {
    String id = subscription.id();
    SimpleRabbitListenerEndpoint endpoint = new SimpleRabbitListenerEndpoint();
    endpoint.setId(listenerId(subscription));
    endpoint.setQueues(subscription.queue());
    endpoint.setMessageListener(
        message -> received.add(Delivery.of(id, subscription.pattern(), message)));
    registry.registerListenerContainer(endpoint, factory);
    if (registry.getListenerContainer(listenerId(subscription))
        instanceof SimpleMessageListenerContainer container) {
      container.setPrefetchCount(properties.prefetch());
      container.setReceiveTimeout(RECEIVE_TIMEOUT_MILLIS);
      container.start();
    }
  }

  /** Stops listening, after the message that is being handled. */
  void stop(Subscription subscription) {
    if (registry.unregisterListenerContainer(listenerId(subscription))
        instanceof SimpleMessageListenerContainer container) {
      container.destroy();
    }
  }

  /** Meters are named by what stands before the {@code #}. */
  private static String listenerId(Subscription subscription) {
    return subscription.pattern() + "-subscription#" + subscription.id();
  }
}

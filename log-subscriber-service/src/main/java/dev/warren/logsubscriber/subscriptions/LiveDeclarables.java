package dev.warren.logsubscriber.subscriptions;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;

/**
 * The queues and bindings of the run-time subscriptions, as a bean that the admin finds. It asks on
 * every new connection and whenever a listener misses its queue, so subscriptions outlive their
 * exclusive queues. ({@code RabbitAdmin.setRedeclareManualDeclarations} is made for this as well,
 * but its set must not change while a connection is being recovered.)
 */
final class LiveDeclarables extends Declarables {

  private final Map<String, List<Declarable>> bySubscription = new ConcurrentHashMap<>();

  void put(String subscription, List<Declarable> declarables) {
    bySubscription.put(subscription, declarables);
  }

  void remove(String subscription) {
    bySubscription.remove(subscription);
  }

  @Override
  public Collection<Declarable> getDeclarables() {
    return bySubscription.values().stream().flatMap(List::stream).toList();
  }

  @Override
  public <T extends Declarable> List<T> getDeclarablesByType(Class<? extends T> type) {
    return getDeclarables().stream().filter(type::isInstance).<T>map(type::cast).toList();
  }
}

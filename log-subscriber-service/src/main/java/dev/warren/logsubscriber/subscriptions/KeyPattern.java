package dev.warren.logsubscriber.subscriptions;

import java.util.List;
import java.util.function.BiFunction;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Queue;

/**
 * A pattern whose subscribers name binding keys, and nothing else.
 *
 * @param name its name in the API
 * @param bind binds a queue by these keys
 */
public record KeyPattern(String name, BiFunction<Queue, List<String>, List<Binding>> bind)
    implements SubscriptionPattern {

  @Override
  public Interest complete(Interest interest) {
    interest.requireKeys();
    interest.refuseHeaders(name);
    return interest;
  }

  @Override
  public List<Binding> bindings(Queue queue, Interest interest) {
    return bind.apply(queue, interest.bindingKeys());
  }
}

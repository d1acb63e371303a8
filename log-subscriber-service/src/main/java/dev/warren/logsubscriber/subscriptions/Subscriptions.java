package dev.warren.logsubscriber.subscriptions;

import dev.warren.logsubscriber.subscriptions.Subscription.Origin;
import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.AnonymousQueue;
import org.springframework.amqp.core.Base64UrlNamingStrategy;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Queue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** All subscriptions there are, and how to make and end those of run time. */
@Service
class Subscriptions {

  private final Map<String, SubscriptionPattern> patterns;
  private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();
  private final SubscriptionQueues queues;
  private final SubscriptionListeners listeners;
  private final ConsumerStates states;
  private final SubscriptionsProperties properties;
  private final Semaphore room;

  Subscriptions(
      List<SubscriptionPattern> patterns,
      ObjectProvider<StartupSubscriptions> fromSettings,
      SubscriptionQueues queues,
      SubscriptionListeners listeners,
      ConsumerStates states,
      SubscriptionsProperties properties) {
    this.patterns =
        new TreeMap<>(
            patterns.stream()
                .collect(Collectors.toMap(SubscriptionPattern::name, Function.identity())));
    this.queues = queues;
    this.listeners = listeners;
    this.states = states;
    this.properties = properties;
    this.room = new Semaphore(properties.max());
    fromSettings.forEach(
        pattern -> pattern.subscriptions().forEach(each -> subscriptions.put(each.id(), each)));
  }

  List<Subscription> all() {
    return subscriptions.values().stream()
        .sorted(Comparator.comparing(Subscription::createdAt).thenComparing(Subscription::id))
        .toList();
  }

  Optional<Subscription> find(String id) {
    return Optional.ofNullable(subscriptions.get(id));
  }

  /**
   * Subscribes. On return the broker is delivering, so whatever is published from now on arrives.
   *
   * @throws ProblemException if the pattern cannot be asked that, there is no room, or no broker
   */
  Subscription subscribe(String patternName, Interest asked) {
    SubscriptionPattern pattern = requirePattern(patternName);
    Interest interest = pattern.complete(asked);
    Queue queue =
        new AnonymousQueue(new Base64UrlNamingStrategy("log-subscriber." + patternName + "."));
    List<Binding> bindings = pattern.bindings(queue, interest);
    String id = patternName + "-" + UUID.randomUUID().toString().substring(0, 8);
    Subscription subscription =
        new Subscription(id, patternName, interest, queue, Origin.API, Instant.now());
    if (!room.tryAcquire()) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "There are " + properties.max() + " subscriptions already; delete one first");
    }
    try {
      start(subscription, bindings);
    } catch (RuntimeException e) {
      discard(subscription);
      throw e;
    }
    subscriptions.put(id, subscription);
    return subscription;
  }

  /** Ends a subscription. On return its queue is gone. False if it was gone before. */
  boolean unsubscribe(Subscription subscription) {
    boolean removed = subscriptions.remove(subscription.id(), subscription);
    if (removed) {
      discard(subscription);
    }
    return removed;
  }

  private SubscriptionPattern requirePattern(String name) {
    SubscriptionPattern pattern = patterns.get(name);
    if (pattern == null) {
      throw ProblemException.invalid(
          "pattern", "must be one of " + String.join(", ", patterns.keySet()));
    }
    return pattern;
  }

  private void start(Subscription subscription, List<Binding> bindings) {
    try {
      queues.declare(subscription, bindings);
    } catch (AmqpException e) {
      throw notSubscribed(e);
    }
    listeners.start(subscription);
    if (!states.await(subscription.queue().getActualName(), properties.startTimeout())) {
      throw notSubscribed(null);
    }
  }

  private void discard(Subscription subscription) {
    listeners.stop(subscription);
    queues.delete(subscription);
    states.forget(subscription.queue().getActualName());
    room.release();
  }

  private static ProblemException notSubscribed(@Nullable Exception cause) {
    ProblemType type = ProblemType.BROKER_UNAVAILABLE;
    String detail = "The broker cannot be reached or did not agree; nothing was subscribed";
    return new ProblemException(type, type.status(), detail, cause)
        .retryAfter(Duration.ofSeconds(2));
  }
}

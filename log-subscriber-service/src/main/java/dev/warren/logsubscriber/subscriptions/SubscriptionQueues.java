package dev.warren.logsubscriber.subscriptions;

import dev.warren.messaging.broker.TopologyRepair;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.stereotype.Component;

/** The queues of run-time subscriptions on the broker. */
@Component
class SubscriptionQueues {

  private static final Logger log = LoggerFactory.getLogger(SubscriptionQueues.class);

  private final RabbitAdmin admin;
  private final LiveDeclarables live;
  private final TopologyRepair topology;

  SubscriptionQueues(ConnectionFactory connections, LiveDeclarables live, TopologyRepair topology) {
    // The shared admin logs what it cannot declare and goes on; a caller of ours has to know.
    this.admin = new RabbitAdmin(connections);
    this.live = live;
    this.topology = topology;
  }

  /** Declares the queue and its bindings, now and after every loss of the connection. */
  void declare(Subscription subscription, List<Binding> bindings) {
    List<Declarable> declarables = new ArrayList<>(bindings);
    declarables.add(0, subscription.queue());
    live.put(subscription.id(), declarables);
    admin.declareQueue(subscription.queue());
    bindings.forEach(admin::declareBinding);
  }

  /** Deletes the queue, which takes its bindings along. */
  void delete(Subscription subscription) {
    topology.change(() -> live.remove(subscription.id()));
    try {
      admin.deleteQueue(subscription.queue().getActualName());
    } catch (AmqpException e) {
      log.debug("No connection, so the exclusive queue is gone: {}", e.toString());
    }
  }
}

package dev.warren.logsubscriber.subscriptions;

import java.util.List;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Queue;

/** One way to choose messages: the exchange to bind to, and what bindings to it look like. */
public interface SubscriptionPattern {

  /** Its name in the API. */
  String name();

  /**
   * Checks what is asked for and fills in what was left open.
   *
   * @throws dev.warren.messaging.web.ProblemException if this pattern cannot be asked that
   */
  Interest complete(Interest interest);

  /** The bindings by which a queue gets what was asked for. */
  List<Binding> bindings(Queue queue, Interest interest);
}

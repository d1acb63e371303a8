package dev.warren.contracts;

/**
 * Subscribers choose by pattern: a topic exchange, keys like {@code kern.critical}.
 *
 * @see <a href="https://www.rabbitmq.com/tutorials/tutorial-five-java">Tutorial 5</a>
 */
public final class Topics {

  /** Topic exchange, not durable. The routing key is {@code facility.severity}. */
  public static final String EXCHANGE = "topic_logs";

  private Topics() {}
}

package dev.warren.contracts;

/**
 * Every subscriber gets every message: a fanout exchange.
 *
 * @see <a href="https://www.rabbitmq.com/tutorials/tutorial-three-java">Tutorial 3</a>
 */
public final class PublishSubscribe {

  /** Fanout exchange, not durable, as the tutorials declare it. The routing key is ignored. */
  public static final String EXCHANGE = "logs";

  private PublishSubscribe() {}
}

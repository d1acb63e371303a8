package dev.warren.contracts;

/**
 * Subscribers choose by severity: a direct exchange, one binding per severity.
 *
 * @see <a href="https://www.rabbitmq.com/tutorials/tutorial-four-java">Tutorial 4</a>
 */
public final class Routing {

  /** Direct exchange, not durable. The routing key is the severity. */
  public static final String EXCHANGE = "direct_logs";

  private Routing() {}
}

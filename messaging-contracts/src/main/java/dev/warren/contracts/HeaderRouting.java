package dev.warren.contracts;

/**
 * Subscribers choose by message headers, all of them or any: a headers exchange.
 *
 * @see <a href="https://www.rabbitmq.com/docs/exchanges#headers">Headers exchanges</a>
 */
public final class HeaderRouting {

  /** Headers exchange, not durable. The routing key is ignored; bindings carry {@code x-match}. */
  public static final String EXCHANGE = "header_test";

  private HeaderRouting() {}
}

package dev.warren.contracts;

/**
 * The simplest thing that sends: one queue, reached through the default exchange.
 *
 * @see <a href="https://www.rabbitmq.com/tutorials/tutorial-one-java">Tutorial 1</a>
 */
public final class Hello {

  /** Durable quorum queue; consumed with automatic acknowledgement, so at most once. */
  public static final String QUEUE = "hello";

  private Hello() {}
}

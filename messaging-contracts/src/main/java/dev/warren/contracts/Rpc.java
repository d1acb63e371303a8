package dev.warren.contracts;

/**
 * Request and reply: a decimal ASCII number in, its Fibonacci number out, matched by {@code
 * correlation_id}.
 *
 * @see <a href="https://www.rabbitmq.com/tutorials/tutorial-six-java">Tutorial 6</a>
 */
public final class Rpc {

  /** Durable quorum queue of requests; consumed with prefetch 1, acknowledged after the reply. */
  public static final String QUEUE = "rpc_queue";

  /** Where a request ends that expired unanswered or names no reply address, by policy. */
  public static final String DEAD_LETTER_QUEUE = "rpc_queue.dlq";

  /**
   * Header of an error reply. Its value is the error code, its body the text for people. A reply
   * without it is a result.
   */
  public static final String ERROR_HEADER = "x-warren-error";

  /** Header of every reply of ours: the name of the server that answered. */
  public static final String SERVER_HEADER = "x-warren-server";

  private Rpc() {}
}

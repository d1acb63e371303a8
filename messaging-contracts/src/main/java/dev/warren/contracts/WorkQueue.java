package dev.warren.contracts;

/**
 * Time-consuming tasks, shared fairly among workers. The body is plain text; each dot in it stands
 * for one unit of work.
 *
 * @see <a href="https://www.rabbitmq.com/tutorials/tutorial-two-java">Tutorial 2</a>
 */
public final class WorkQueue {

  /** Durable quorum queue; consumed with prefetch 1, acknowledged after the work. */
  public static final String QUEUE = "task_queue";

  /** Where a rejected task ends, by policy (see {@code broker/definitions.json}). */
  public static final String DEAD_LETTER_QUEUE = "task_queue.dlq";

  private WorkQueue() {}
}

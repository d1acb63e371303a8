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

  /**
   * Where a task ends that is given up: put there by a worker with the headers of {@link
   * DeadLetter}, or by the broker, by policy (see {@code broker/definitions.json}).
   */
  public static final String DEAD_LETTER_QUEUE = "task_queue.dlq";

  /**
   * Where tasks are tried alone that were in the hands of workers that died. One consumer, prefetch
   * 1.
   */
  public static final String SUSPECTS_QUEUE = "task_queue.suspects";

  /** What the name of each queue begins with in which failed tasks wait for their next attempt. */
  public static final String RETRY_PREFIX = QUEUE + ".retry.";

  /** The first rung of the ladder with default settings: back in {@link #QUEUE} after 1 s. */
  public static final String FIRST_RETRY_QUEUE = RETRY_PREFIX + "1s";

  /** The second rung with default settings: after 5 s. */
  public static final String SECOND_RETRY_QUEUE = RETRY_PREFIX + "5s";

  /** The third rung with default settings: after 25 s. */
  public static final String THIRD_RETRY_QUEUE = RETRY_PREFIX + "25s";

  /** Header: how many attempts of a task have failed, for its next one; an integer. */
  public static final String RETRY_COUNT = "retry_count";

  private WorkQueue() {}
}

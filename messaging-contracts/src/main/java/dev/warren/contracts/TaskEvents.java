package dev.warren.contracts;

/**
 * The history of tasks, as a stream: appended by producers and workers, folded by every producer
 * replica into its view. Each message is a JSON array of {@link TaskEvent}.
 *
 * @see <a href="https://www.rabbitmq.com/docs/streams">Streams</a>
 */
public final class TaskEvents {

  /** Stream queue, published to through the default exchange; its retention is a policy. */
  public static final String STREAM = "task_events";

  private TaskEvents() {}
}

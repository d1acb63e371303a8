package dev.warren.contracts;

/**
 * Orders that were placed, and what is done about them: the transactional outbox publishes, the
 * idempotent consumer takes.
 */
public final class Orders {

  /** Topic exchange, durable; the events of orders. */
  public static final String EXCHANGE = "orders";

  /** Routing key of an {@link OrderPlaced}. */
  public static final String PLACED = "order.placed";

  /** Durable quorum queue, bound with {@link #PLACED}; acknowledged when the order is shipped. */
  public static final String QUEUE = "worker.orders";

  /** Where an event ends that cannot be used, by policy (see {@code broker/definitions.json}). */
  public static final String DEAD_LETTER_QUEUE = "worker.orders.dlq";

  private Orders() {}
}

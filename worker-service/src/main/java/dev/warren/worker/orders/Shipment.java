package dev.warren.worker.orders;

import java.time.Instant;

/**
 * The effect of an order.
 *
 * @param id grows with each shipment
 * @param messageId of the message that told of the order
 * @param worker who shipped it
 */
record Shipment(
    long id,
    String orderId,
    String item,
    int quantity,
    String messageId,
    String worker,
    Instant shippedAt) {}

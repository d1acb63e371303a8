package dev.warren.worker.orders;

import dev.warren.contracts.OrderPlaced;
import dev.warren.messaging.text.LogText;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Ships an order, once. The id of the message goes in first: if it is there already, the effect is
 * too, since both were committed together; if somebody else is at it, the insert waits for how that
 * ends. To look first and write then would let two at the same time both find nothing.
 */
class OrderHandler {

  private static final Logger log = LoggerFactory.getLogger(OrderHandler.class);

  private final TransactionOperations transactions;
  private final ProcessedMessages processed;
  private final Shipments shipments;
  private final Counter shipped;
  private final Counter duplicates;

  OrderHandler(
      TransactionOperations transactions,
      ProcessedMessages processed,
      Shipments shipments,
      MeterRegistry registry) {
    this.transactions = transactions;
    this.processed = processed;
    this.shipments = shipments;
    this.shipped = counter(registry, "shipped");
    this.duplicates = counter(registry, "duplicate");
  }

  private static Counter counter(MeterRegistry registry, String outcome) {
    return Counter.builder("warren.orders.handled")
        .description("Messages that tell of orders, by whether they were news")
        .tag("outcome", outcome)
        .register(registry);
  }

  void handle(String messageId, OrderPlaced order) {
    boolean isNew =
        Boolean.TRUE.equals(
            transactions.execute(
                transaction -> {
                  if (!processed.add(messageId)) {
                    return false;
                  }
                  shipments.add(messageId, order);
                  return true;
                }));
    (isNew ? shipped : duplicates).increment();
    if (log.isInfoEnabled()) {
      log.info(" [x] {} {}", isNew ? "Shipped" : "Again", LogText.oneLine(order.orderId()));
    }
  }
}

package dev.warren.worker.orders;

import dev.warren.contracts.OrderPlaced;
import dev.warren.contracts.Orders;
import dev.warren.database.DatabaseAway;
import dev.warren.messaging.listen.RawBodyConverter;
import dev.warren.messaging.text.LogText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.ImmediateRequeueAmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.annotation.RabbitListener;

/**
 * Has orders shipped; the container acknowledges when this returns, so after the commit. What can
 * never be handled is rejected to {@code worker.orders.dlq}. While the database is away the message
 * is kept and tried again, which blocks the queue, and rightly: none of those behind it could be
 * handled either.
 */
class OrderListener {

  private static final Logger log = LoggerFactory.getLogger(OrderListener.class);

  private final OrderMessages messages;
  private final OrderHandler handler;
  private final DatabasePatience patience;

  OrderListener(OrderMessages messages, OrderHandler handler, DatabasePatience patience) {
    this.messages = messages;
    this.handler = handler;
    this.patience = patience;
  }

  @RabbitListener(
      id = Orders.QUEUE,
      queues = Orders.QUEUE,
      messageConverter = RawBodyConverter.NAME)
  void receive(Message message) {
    try {
      String id = messages.idOf(message);
      OrderPlaced order = messages.read(message);
      patience.invoke(() -> handler.handle(id, order));
    } catch (AmqpRejectAndDontRequeueException e) {
      log.warn("A message to {} is rejected: {}", Orders.QUEUE, LogText.oneLine(reason(e)));
      throw e;
    } catch (Throwable e) { // an Error would end the consumer
      throw DatabaseAway.isCauseOf(e) ? givenBack(e) : failed(e);
    }
  }

  /** Shutdown does not wait for the database. A nack cannot be written by an interrupted thread. */
  private static RuntimeException givenBack(Throwable cause) {
    Thread.interrupted();
    return new ImmediateRequeueAmqpException("the worker stops and the database is away", cause);
  }

  private static RuntimeException failed(Throwable cause) {
    log.error("A message to {} failed and is rejected", Orders.QUEUE, cause);
    return new AmqpRejectAndDontRequeueException("the order cannot be shipped", cause);
  }

  private static String reason(Throwable rejection) {
    return String.valueOf(rejection.getMessage());
  }
}

package dev.warren.messaging.publish;

import com.rabbitmq.client.AMQP.BasicProperties;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A message that waits to be written to the connection. Whoever takes it, which is possible once,
 * decides what becomes of it.
 */
final class WaitingMessage {

  final String routingKey;
  final BasicProperties properties;
  final byte[] body;
  final PendingConfirm confirm;
  private final AtomicBoolean taken = new AtomicBoolean();

  /**
   * @param confirm what its sender waits for
   */
  WaitingMessage(
      String routingKey, BasicProperties properties, byte[] body, PendingConfirm confirm) {
    this.routingKey = routingKey;
    this.properties = properties;
    this.body = body;
    this.confirm = confirm;
  }

  boolean take() {
    return taken.compareAndSet(false, true);
  }

  boolean isTaken() {
    return taken.get();
  }

  boolean isLate(long nowNanos) {
    return confirm.deadlineNanos - nowNanos <= 0;
  }
}

package dev.warren.producer.rpc;

import java.util.function.IntSupplier;
import org.springframework.amqp.core.QueueInformation;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;

/** Says of every queue how many consumers it has, as the test likes it. */
final class ScriptedAdmin extends RabbitAdmin {

  private final IntSupplier consumers;

  ScriptedAdmin(ConnectionFactory connections, IntSupplier consumers) {
    super(connections);
    this.consumers = consumers;
  }

  @Override
  public QueueInformation getQueueInfo(String queueName) {
    return new QueueInformation(queueName, 0, consumers.getAsInt());
  }
}

package dev.warren.worker.workqueue;

import dev.warren.contracts.WorkQueue;
import dev.warren.messaging.listen.ListenerCustomizer;
import dev.warren.messaging.settings.WrongSettingException;
import dev.warren.worker.WorkerProperties;
import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.DirectMessageListenerContainer;

/**
 * Sets prefetch and acknowledgements of the containers for tasks and for suspects.
 *
 * <p>By default that is Boot's simple container: each consumer has a thread of its own, and after a
 * lost connection it finishes its task before it takes another one. The direct container runs tasks
 * on the client library's threads, which is for many short ones; only it can acknowledge several at
 * once without rejecting the good ones together with a bad one.
 *
 * @see <a href="https://docs.spring.io/spring-amqp/reference/amqp/choose-container.html">Choosing a
 *     container</a>
 */
final class TaskContainer implements ListenerCustomizer {

  /** Looked at once a second, so an acknowledgement waits for twice as long at most. */
  static final long ACK_TIMEOUT_MILLIS = 1000;

  private final WorkerProperties properties;

  TaskContainer(WorkerProperties properties) {
    this.properties = properties;
  }

  @Override
  public void customize(AbstractMessageListenerContainer container) {
    if (WorkQueue.SUSPECTS_QUEUE.equals(container.getListenerId())) {
      container.setPrefetchCount(1); // with one in hand, no other is blamed for its end
      container.setAcknowledgeMode(AcknowledgeMode.MANUAL);
    } else if (WorkQueue.QUEUE.equals(container.getListenerId())) {
      customizeWork(container);
    }
  }

  private void customizeWork(AbstractMessageListenerContainer container) {
    container.setPrefetchCount(properties.prefetch());
    if (Settlement.of(properties.messagesPerAck()) == Settlement.EACH) {
      container.setAcknowledgeMode(AcknowledgeMode.MANUAL);
    }
    if (container instanceof DirectMessageListenerContainer direct) {
      direct.setMessagesPerAck(properties.messagesPerAck());
      direct.setAckTimeout(ACK_TIMEOUT_MILLIS);
    } else if (properties.messagesPerAck() > 1) {
      throw new WrongSettingException(
          "warren.worker.messages-per-ack above 1 needs spring.rabbitmq.listener.type=direct.",
          "Set SPRING_PROFILES_ACTIVE=throughput, which has both, or leave out"
              + " WARREN_WORKER_MESSAGES_PER_ACK.");
    }
  }
}

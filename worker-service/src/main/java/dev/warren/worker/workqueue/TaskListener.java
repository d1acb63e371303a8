package dev.warren.worker.workqueue;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.WorkQueue;
import dev.warren.messaging.listen.ListenerOutcome;
import dev.warren.messaging.listen.RawBodyConverter;
import dev.warren.messaging.text.Utf8;
import dev.warren.worker.StopSignal;
import dev.warren.worker.retry.Delivery;
import dev.warren.worker.retry.Reason;
import dev.warren.worker.retry.Retries;
import dev.warren.worker.retry.Verdict;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.annotation.RabbitListener;

/**
 * Has a task's work done and acknowledges it then. A task that fails is tried again later; one that
 * is not worth it, or has failed too often, goes to {@code task_queue.dlq}; and the consumer goes
 * on.
 *
 * @see <a href="https://www.rabbitmq.com/docs/confirms#consumer-acknowledgements">Consumer
 *     acknowledgements</a>
 */
class TaskListener {

  private static final Logger log = LoggerFactory.getLogger(TaskListener.class);

  private final TaskExecution execution;
  private final Isolation isolation;
  private final Quarantine quarantine;
  private final Retries retries;
  private final Settlement settlement;

  TaskListener(
      TaskExecution execution,
      Quarantine quarantine,
      Retries retries,
      Settlement settlement,
      StopSignal stop) {
    this.execution = execution;
    this.isolation = new Isolation(stop);
    this.quarantine = quarantine;
    this.retries = retries;
    this.settlement = settlement;
  }

  @RabbitListener(
      id = WorkQueue.QUEUE,
      queues = WorkQueue.QUEUE,
      concurrency = "${warren.worker.consumers}",
      messageConverter = RawBodyConverter.NAME)
  void receive(Message message, Channel channel) {
    settlement.apply(verdictOn(message, channel, this::take), message, channel);
  }

  /** Has suspects tried, one by one. */
  @RabbitListener(
      id = WorkQueue.SUSPECTS_QUEUE,
      queues = WorkQueue.SUSPECTS_QUEUE,
      concurrency = "1",
      messageConverter = RawBodyConverter.NAME)
  void receiveSuspect(Message message, Channel channel) {
    Settlement.EACH.apply(verdictOn(message, channel, this::takeSuspect), message, channel);
  }

  /** A defect of ours must neither lose a task nor send it round without end. */
  private static Verdict verdictOn(Message message, Channel channel, Taking taking) {
    try {
      Task task = TaskMessages.toTask(message);
      Delivery delivery = new Delivery(message, task.id(), channel::isOpen);
      return taking.take(delivery, task, Utf8.decode(message.getBody()));
    } catch (Throwable e) { // an Error would end the consumer
      log.error("A task is rejected: the worker has a defect", e);
      ListenerOutcome.REJECTED.report();
      return Verdict.REJECT;
    }
  }

  private Verdict take(Delivery delivery, Task task, Optional<String> text) {
    if (text.isEmpty()) {
      return refuse(delivery, task);
    }
    if (quarantine.suspects(task)) {
      return quarantine.setAside(delivery, task);
    }
    return isolation.together(
        () -> execution.execute(delivery, task, text.get(), retries.current()));
  }

  private Verdict takeSuspect(Delivery delivery, Task task, Optional<String> text) {
    if (text.isEmpty()) {
      return refuse(delivery, task);
    }
    if (quarantine.isGuilty(task)) {
      return execution.refuse(
          delivery,
          task,
          Reason.FAILED,
          "its worker ended each time that it had this task, also as a suspect");
    }
    return isolation.alone(
        () -> quarantine.awaitSettlement(delivery.message()),
        () -> execution.execute(delivery, task, text.get(), retries.ladder()));
  }

  private Verdict refuse(Delivery delivery, Task task) {
    return execution.refuse(delivery, task, Reason.REJECTED, "the body is not UTF-8");
  }

  /** What to do with a task; its text is empty if the body is none. */
  @FunctionalInterface
  private interface Taking {
    Verdict take(Delivery delivery, Task task, Optional<String> text);
  }
}

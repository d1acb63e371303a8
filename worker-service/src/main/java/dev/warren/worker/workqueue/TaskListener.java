package dev.warren.worker.workqueue;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.WorkQueue;
import dev.warren.messaging.listen.RawBodyConverter;
import dev.warren.messaging.text.Utf8;
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
      Isolation isolation,
      Quarantine quarantine,
      Retries retries,
      Settlement settlement) {
    this.execution = execution;
    this.isolation = isolation;
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
    settlement.apply(verdictOn(message, this::take), message, channel);
  }

  /** Has suspects tried, one by one. */
  @RabbitListener(
      id = WorkQueue.SUSPECTS_QUEUE,
      queues = WorkQueue.SUSPECTS_QUEUE,
      concurrency = "1",
      messageConverter = RawBodyConverter.NAME)
  void receiveSuspect(Message message, Channel channel) {
    Settlement.EACH.apply(verdictOn(message, this::takeSuspect), message, channel);
  }

  /** A defect of ours must neither lose a task nor send it round without end. */
  private static Verdict verdictOn(Message message, Taking taking) {
    Task task = TaskMessages.toTask(message);
    try {
      Optional<String> text = Utf8.decode(message.getBody());
      return taking.take(message, task, text);
    } catch (RuntimeException e) {
      log.error("Task {} is rejected: the worker has a defect", task.id(), e);
      return Verdict.REJECT;
    }
  }

  private Verdict take(Message message, Task task, Optional<String> text) {
    if (text.isEmpty()) {
      return refuse(message, task);
    }
    if (quarantine.suspects(task)) {
      return quarantine.setAside(message, task);
    }
    return isolation.together(
        () -> execution.execute(message, task, text.get(), retries.current()));
  }

  @SuppressWarnings("InterruptedExceptionSwallowed")
  private Verdict takeSuspect(Message message, Task task, Optional<String> text) {
    if (text.isEmpty()) {
      return refuse(message, task);
    }
    if (quarantine.isGuilty(task)) {
      return execution.refuse(
          message, task, Reason.FAILED, "its worker ended during each attempt, also when alone");
    }
    try {
      quarantine.awaitSettlement(message);
    } catch (InterruptedException e) { // the flag would close the connection
      return Verdict.GIVE_BACK;
    }
    return isolation.alone(() -> execution.execute(message, task, text.get(), retries.ladder()));
  }

  private Verdict refuse(Message message, Task task) {
    return execution.refuse(message, task, Reason.REJECTED, "the body is not UTF-8");
  }

  /** What to do with a task; its text is empty if the body is none. */
  @FunctionalInterface
  private interface Taking {
    Verdict take(Message message, Task task, Optional<String> text);
  }
}

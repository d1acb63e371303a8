package dev.warren.worker.workqueue;

import dev.warren.contracts.WorkQueue;
import dev.warren.messaging.listen.RawBodyConverter;
import dev.warren.messaging.text.Utf8;
import java.util.Optional;
import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.ImmediateRequeueAmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.annotation.RabbitListener;

/**
 * Has a task's work done; the container acknowledges it when this returns. Whatever goes wrong
 * rejects the task to {@code task_queue.dlq}, and the consumer goes on.
 *
 * @see <a href="https://www.rabbitmq.com/docs/confirms#consumer-acknowledgements">Consumer
 *     acknowledgements</a>
 */
class TaskListener {

  private final TaskHandler handler;
  private final TaskReporter reporter;

  TaskListener(TaskHandler handler, TaskReporter reporter) {
    this.handler = handler;
    this.reporter = reporter;
  }

  @RabbitListener(
      id = WorkQueue.QUEUE,
      queues = WorkQueue.QUEUE,
      concurrency = "${warren.worker.consumers}",
      messageConverter = RawBodyConverter.NAME)
  void receive(Message message) {
    Task task = TaskMessages.toTask(message);
    Optional<String> text = Utf8.decode(message.getBody());
    if (text.isEmpty()) {
      reporter.refused(task, "the body is not UTF-8");
      throw new AmqpRejectAndDontRequeueException("the body is not UTF-8");
    }
    work(task, text.get());
  }

  @SuppressWarnings("InterruptedExceptionSwallowed")
  private void work(Task task, String text) {
    Attempt attempt = reporter.started(task, text);
    try {
      handler.work(text);
    } catch (InterruptedException e) {
      // The container interrupts when shutdown waits no longer. The flag stays cleared: to write
      // the nack from an interrupted virtual thread would close the connection.
      reporter.abandoned(attempt);
      throw new ImmediateRequeueAmqpException("shutdown did not wait any longer", e);
    } catch (Throwable e) { // an Error would end the consumer
      reporter.failed(attempt, e);
      throw new AmqpRejectAndDontRequeueException("the task failed", e);
    }
    reporter.succeeded(attempt);
  }
}

package dev.warren.worker.workqueue;

import dev.warren.messaging.listen.ListenerOutcome;
import dev.warren.worker.retry.AttemptResult;
import dev.warren.worker.retry.DeadLetters;
import dev.warren.worker.retry.Delivery;
import dev.warren.worker.retry.FailedAttempt;
import dev.warren.worker.retry.FirstAttempts;
import dev.warren.worker.retry.Reason;
import dev.warren.worker.retry.RetryMechanism;
import dev.warren.worker.retry.Verdict;
import dev.warren.worker.simulation.SimulatedFaults;
import java.util.Map;
import java.util.Objects;

/** Makes attempts at tasks, and decides what follows. */
final class TaskExecution {

  private final TaskHandler handler;
  private final TaskDeadline deadline;
  private final SimulatedFaults faults;
  private final TaskReporter reporter;
  private final FirstAttempts firstAttempts;
  private final DeadLetters deadLetters;
  private final int maxAttempts;

  TaskExecution(
      TaskHandler handler,
      TaskDeadline deadline,
      SimulatedFaults faults,
      TaskReporter reporter,
      FirstAttempts firstAttempts,
      DeadLetters deadLetters,
      int maxAttempts) {
    this.handler = handler;
    this.deadline = deadline;
    this.faults = faults;
    this.reporter = reporter;
    this.firstAttempts = firstAttempts;
    this.deadLetters = deadLetters;
    this.maxAttempts = maxAttempts;
  }

  Verdict execute(Delivery delivery, Task task, String text, RetryMechanism retry) {
    AttemptResult result =
        retry.attempt(
            task.attempt(),
            number ->
                number == task.attempt() || delivery.isHeld()
                    ? attempt(delivery, task.at(number), text)
                    : AttemptResult.INTERRUPTED);
    return switch (result.end()) {
      case DONE -> Verdict.ACKNOWLEDGE;
      case INTERRUPTED -> Verdict.GIVE_BACK;
      case FAILED -> afterwards(task, Objects.requireNonNull(result.failure()), retry);
    };
  }

  @SuppressWarnings("InterruptedExceptionSwallowed")
  private AttemptResult attempt(Delivery delivery, Task task, String text) {
    Attempt attempt = reporter.started(task, text);
    try {
      deadline.within(
          () -> {
            faults.before(task.attempt(), headersOf(delivery));
            handler.work(text);
          });
    } catch (InterruptedException e) {
      // The container interrupts when shutdown waits no longer. The flag stays cleared: to write
      // the nack from an interrupted virtual thread would close the connection.
      reporter.abandoned(attempt);
      return AttemptResult.INTERRUPTED;
    } catch (TaskTimedOutException e) {
      return failed(delivery, attempt, Reason.TIMED_OUT, e);
    } catch (Throwable e) { // an Error would end the consumer
      return failed(delivery, attempt, Reason.FAILED, e);
    }
    reporter.succeeded(attempt);
    return AttemptResult.DONE;
  }

  private static Map<String, Object> headersOf(Delivery delivery) {
    return delivery.message().getMessageProperties().getHeaders();
  }

  private AttemptResult failed(Delivery delivery, Attempt attempt, Reason reason, Throwable cause) {
    Task task = attempt.task();
    reporter.failed(attempt, cause, task.attempt() < maxAttempts || !delivery.isHeld());
    return AttemptResult.failed(
        new FailedAttempt(
            delivery,
            task.attempt(),
            firstAttempts.of(
                delivery.message(), task.id(), task.attempt(), attempt.running().since()),
            reason,
            cause.toString()));
  }

  private Verdict afterwards(Task task, FailedAttempt failed, RetryMechanism retry) {
    if (!failed.delivery().isHeld()) {
      return Verdict.GIVE_BACK; // as the broker has it back already: a copy would be a second one
    }
    if (failed.attempt() < maxAttempts) {
      ListenerOutcome.RETRIED.report();
      return retry.postpone(failed);
    }
    return giveUp(task, failed);
  }

  /** Without an attempt. */
  Verdict refuse(Delivery delivery, Task task, Reason reason, String error) {
    reporter.refused(task, error);
    return giveUp(task, new FailedAttempt(delivery, task.attempt() - 1, null, reason, error));
  }

  private Verdict giveUp(Task task, FailedAttempt failed) {
    Verdict verdict = deadLetters.put(failed);
    reporter.gaveUp(task.at(Math.max(1, failed.attempt())), failed.error());
    return verdict;
  }
}

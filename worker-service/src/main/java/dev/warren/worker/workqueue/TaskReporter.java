package dev.warren.worker.workqueue;

import dev.warren.contracts.TaskEvent;
import dev.warren.messaging.identity.InstanceName;
import dev.warren.messaging.taskevents.StartedAttempt;
import dev.warren.messaging.taskevents.TaskEventPublisher;
import dev.warren.messaging.text.LogText;
import dev.warren.worker.LoggedText;
import dev.warren.worker.status.Outcome;
import dev.warren.worker.status.WorkerJournal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what happens to tasks: to the log, to this worker's journal and, as events, to all. */
class TaskReporter {

  private static final Logger log = LoggerFactory.getLogger(TaskReporter.class);

  private final TaskEventPublisher events;
  private final WorkerJournal journal;
  private final LoggedText logged;
  private final String worker;

  TaskReporter(
      TaskEventPublisher events, WorkerJournal journal, LoggedText logged, InstanceName worker) {
    this.events = events;
    this.journal = journal;
    this.logged = logged;
    this.worker = worker.value();
  }

  Attempt started(Task task, String text) {
    if (log.isInfoEnabled()) {
      log.info(" [x] Received {}", logged.of(text));
    }
    StartedAttempt told = events.begin(event(TaskEvent.Type.STARTED, task, text, null));
    return new Attempt(task, journal.begin(task.id(), text), told);
  }

  void succeeded(Attempt attempt) {
    journal.end(attempt.running(), Outcome.SUCCEEDED);
    attempt.told().succeeded(event(TaskEvent.Type.SUCCEEDED, attempt.task(), null, null));
    log.info(" [x] Done");
  }

  /** An attempt came to nothing. Who gives the task up for that {@link #gaveUp tells} it. */
  void failed(Attempt attempt, Throwable cause, boolean again) {
    journal.end(attempt.running(), again ? Outcome.RETRIED : Outcome.FAILED);
    Task task = attempt.task();
    if (again) {
      events.publish(event(TaskEvent.Type.RETRYING, task, null, cause.toString()));
      log.warn("Task {} failed, attempt {}: {}", task.id(), task.attempt(), oneLine(cause));
    } else {
      log.error("Task {} failed and is given up, attempt {}", task.id(), task.attempt(), cause);
    }
  }

  /** It is in the dead-letter queue. */
  void gaveUp(Task task, String error) {
    events.publish(event(TaskEvent.Type.FAILED, task, null, error));
  }

  /** Rejected before any work, because of what it is. */
  void refused(Task task, String reason) {
    journal.end(journal.begin(task.id(), ""), Outcome.FAILED);
    log.warn("Task {} is rejected: {}", task.id(), reason);
  }

  /** To be tried alone, since its last attempts were lost. */
  void setAside(Task task) {
    String error = "its worker ended, or lost its connection, " + task.cameBack() + " times";
    events.publish(event(TaskEvent.Type.RETRYING, task.at(task.attempt() - 1), null, error));
    log.warn("Task {} is set aside to be tried alone: {}", task.id(), error);
  }

  private static String oneLine(Throwable cause) {
    return LogText.oneLine(cause.toString());
  }

  /** Given back in the middle of its work: shutdown did not wait any longer. */
  void abandoned(Attempt attempt) {
    journal.abandon(attempt.running());
    log.warn("Task {} is given back unfinished", attempt.task().id());
  }

  private TaskEvent event(
      TaskEvent.Type type, Task task, @Nullable String text, @Nullable String error) {
    return new TaskEvent(
        type,
        task.id(),
        text,
        Instant.now(),
        worker,
        task.attempt(),
        task.submittedAt(),
        null,
        error,
        task.replays());
  }
}

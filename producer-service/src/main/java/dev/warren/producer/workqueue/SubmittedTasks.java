package dev.warren.producer.workqueue;

import dev.warren.contracts.TaskEvent;
import dev.warren.messaging.taskevents.TaskEventPublisher;
import dev.warren.producer.tasks.TasksConfirmed;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells of tasks that the broker has: this process at once, everybody else by the stream. */
@Component
class SubmittedTasks {

  private final ApplicationEventPublisher here;
  private final TaskEventPublisher everywhere;

  SubmittedTasks(ApplicationEventPublisher here, TaskEventPublisher everywhere) {
    this.here = here;
    this.everywhere = everywhere;
  }

  void confirmed(List<TaskEvent> submitted) {
    here.publishEvent(new TasksConfirmed(submitted));
    everywhere.publishAll(submitted);
  }
}

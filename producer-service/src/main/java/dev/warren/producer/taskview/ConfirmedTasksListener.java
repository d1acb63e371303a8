package dev.warren.producer.taskview;

import dev.warren.producer.tasks.TasksConfirmed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets a caller ask this replica for its task at once, before the stream brings it back. */
@Component
class ConfirmedTasksListener {

  private final TaskView view;

  ConfirmedTasksListener(TaskView view) {
    this.view = view;
  }

  @EventListener
  void confirmed(TasksConfirmed tasks) {
    view.apply(tasks.submitted());
  }
}

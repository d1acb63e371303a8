package dev.warren.producer.workqueue;

import dev.warren.contracts.TaskEvent;
import dev.warren.contracts.WorkQueue;
import dev.warren.producer.replay.MessageReplayed;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells that a task which had been given up is in the queue again. */
@Component
class ReplayedTasks {

  private final SubmittedTasks tasks;

  ReplayedTasks(SubmittedTasks tasks) {
    this.tasks = tasks;
  }

  @EventListener
  void replayed(MessageReplayed message) {
    if (message.queue().equals(WorkQueue.QUEUE)) {
      TaskEvent event =
          TaskEvent.replayed(
              message.id(), message.text(), message.at(), message.sentAt(), message.replays());
      tasks.confirmed(List.of(event));
    }
  }
}

package dev.warren.producer.taskview;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Out of service while the history is being read: a replica that does not know the past waits. */
final class ReplayHealthIndicator extends AbstractHealthIndicator {

  private final Replay replay;
  private final TaskView view;

  ReplayHealthIndicator(Replay replay, TaskView view) {
    this.replay = replay;
    this.view = view;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    if (replay.isUpToDate()) {
      health.up();
    } else {
      health.outOfService().withDetail("reason", "reading the history of tasks");
    }
    health.withDetail("tasks", view.size());
  }
}

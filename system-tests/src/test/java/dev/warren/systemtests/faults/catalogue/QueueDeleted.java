package dev.warren.systemtests.faults.catalogue;

import dev.warren.contracts.WorkQueue;
import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.faults.lab.TaskFault;
import java.time.Instant;

/** Somebody deletes the work queue. What was in it would be gone, so it is empty at that moment. */
final class QueueDeleted extends TaskFault {

  @Override
  public String name() {
    return "queue-deleted";
  }

  @Override
  public String expectation() {
    return "The work queue is deleted while it is empty, and tasks are sent at once. They are"
        + " unroutable, and said to be, until the queue is declared again; workers come back.";
  }

  @Override
  protected int rounds() {
    return 10;
  }

  @Override
  protected boolean strikesInQuiet() {
    return true;
  }

  @Override
  protected void inject(Lab lab) {
    lab.suite().broker().delete("/api/queues/%2F/" + WorkQueue.QUEUE);
  }

  @Override
  protected Instant undo(Lab lab) {
    return Instant.now();
  }
}

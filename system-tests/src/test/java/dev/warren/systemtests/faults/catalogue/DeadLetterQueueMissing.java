package dev.warren.systemtests.faults.catalogue;

import dev.warren.contracts.WorkQueue;
import dev.warren.systemtests.faults.lab.Lab;
import java.time.Instant;

/** Somebody deletes the dead-letter queue, and what has to go there comes at that moment. */
final class DeadLetterQueueMissing extends DeadLetterQueueFault {

  @Override
  public String name() {
    return "dead-letter-queue-missing";
  }

  @Override
  public String expectation() {
    return "The dead-letter queue is deleted while it is empty, twice, and 50 tasks that cannot be"
        + " done are sent at once. It is declared again; what was rejected before that waits on the"
        + " broker, which tries again within six minutes.";
  }

  @Override
  protected void inject(Lab lab) {
    lab.suite().broker().delete("/api/queues/%2F/" + WorkQueue.DEAD_LETTER_QUEUE);
    lab.sendBadMessages(BAD_ONES);
  }

  @Override
  protected Instant undo(Lab lab) {
    return Instant.now();
  }
}

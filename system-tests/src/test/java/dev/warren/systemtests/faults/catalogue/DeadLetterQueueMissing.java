package dev.warren.systemtests.faults.catalogue;

import dev.warren.contracts.WorkQueue;
import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.faults.lab.TaskFault;
import java.time.Duration;
import java.time.Instant;

/** Somebody deletes the dead-letter queue, and what has to go there comes at that moment. */
final class DeadLetterQueueMissing extends TaskFault {

  private static final int BAD_ONES = 50;

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
  protected int rounds() {
    return 2;
  }

  @Override
  protected boolean strikesInQuiet() {
    return true;
  }

  @Override
  protected Duration deadWithin() {
    return Duration.ofMinutes(7);
  }

  @Override
  protected Duration patience() {
    return Duration.ofMinutes(7);
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

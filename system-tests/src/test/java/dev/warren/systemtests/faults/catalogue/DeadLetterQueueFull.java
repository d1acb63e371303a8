package dev.warren.systemtests.faults.catalogue;

import dev.warren.contracts.WorkQueue;
import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.faults.lab.Policies;
import dev.warren.systemtests.faults.lab.TaskFault;
import java.time.Duration;
import java.time.Instant;

/** The dead-letter queue has reached its length, and takes no more. */
final class DeadLetterQueueFull extends TaskFault {

  private static final int LENGTH = 5;
  private static final int BAD_ONES = 50;

  @Override
  public String name() {
    return "dead-letter-queue-full";
  }

  @Override
  public String expectation() {
    return "The dead-letter queue takes 5 tasks and no more for 20 s, twice, and 50 that cannot be"
        + " done are sent. What it does not take waits on the broker, which tries again every three"
        + " minutes; good tasks are done meanwhile.";
  }

  @Override
  protected int rounds() {
    return 2;
  }

  @Override
  protected Duration lasts() {
    return Duration.ofSeconds(20);
  }

  @Override
  protected Duration deadWithin() {
    return Duration.ofMinutes(5);
  }

  @Override
  protected Duration patience() {
    return Duration.ofMinutes(5);
  }

  @Override
  protected void inject(Lab lab) {
    Policies.limit(lab.suite(), WorkQueue.DEAD_LETTER_QUEUE, LENGTH);
    lab.sendBadMessages(BAD_ONES);
  }

  @Override
  protected Instant undo(Lab lab) {
    Policies.clear(lab.suite());
    return Instant.now();
  }
}

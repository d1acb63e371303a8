package dev.warren.systemtests.faults.catalogue;

import dev.warren.contracts.WorkQueue;
import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.faults.lab.Policies;
import java.time.Duration;
import java.time.Instant;

/** The dead-letter queue has reached its length, and what has to go there goes on coming. */
final class DeadLetterQueueFull extends DeadLetterQueueFault {

  private static final int LENGTH = 10;
  private static final Duration UNTIL_IT_IS_FULL = Duration.ofSeconds(10);

  @Override
  public String name() {
    return "dead-letter-queue-full";
  }

  @Override
  public String expectation() {
    return "The dead-letter queue takes 10 tasks and no more for 20 s, twice, and 50 tasks that"
        + " cannot be done are sent at once. What it does not take waits on the broker, which tries"
        + " again within six minutes.";
  }

  @Override
  protected Duration lasts() {
    return Duration.ofSeconds(10);
  }

  @Override
  protected void inject(Lab lab) {
    Policies.limit(lab.suite(), WorkQueue.DEAD_LETTER_QUEUE, LENGTH);
    lab.sendBadMessages(BAD_ONES);
    lab.hold(UNTIL_IT_IS_FULL);
    int dead = lab.deadLetters();
    if (dead < LENGTH || dead == BAD_ONES) {
      throw new IllegalStateException("the limit did not hold: the queue has " + dead);
    }
  }

  @Override
  protected Instant undo(Lab lab) {
    Policies.clear(lab.suite());
    return Instant.now();
  }
}

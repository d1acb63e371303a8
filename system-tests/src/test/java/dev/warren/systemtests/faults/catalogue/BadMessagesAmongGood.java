package dev.warren.systemtests.faults.catalogue;

import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.faults.lab.TaskFault;
import java.time.Instant;

/** A foreign client sends what no worker can do, in the middle of good tasks. */
final class BadMessagesAmongGood extends TaskFault {

  private static final int BAD_ONES = 50;

  @Override
  public String name() {
    return "bad-messages";
  }

  @Override
  public String expectation() {
    return "A foreign client sends 50 bodies that are no UTF-8, ten times, among good tasks. Each"
        + " ends in the dead-letter queue, once, and the good ones are done meanwhile.";
  }

  @Override
  protected int rounds() {
    return 10;
  }

  @Override
  protected void inject(Lab lab) {
    lab.sendBadMessages(BAD_ONES);
  }

  @Override
  protected Instant undo(Lab lab) {
    return Instant.now();
  }
}

package dev.warren.systemtests.faults.catalogue;

import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.faults.lab.TaskFault;
import java.time.Instant;

/** Tasks that fail at every attempt, and some that hang at every attempt, among good ones. */
final class FailingTasks extends TaskFault {

  private static final int FAILING = 20;
  private static final int HANGING = 2;

  @Override
  public String name() {
    return "failing-tasks";
  }

  @Override
  public String expectation() {
    return "Among good tasks are 20 that fail at each attempt and 2 that hang at each attempt, ten"
        + " times. They end in the dead-letter queue within 30 s, once each, and the good ones are"
        + " done meanwhile.";
  }

  @Override
  protected int rounds() {
    return 10;
  }

  @Override
  protected void inject(Lab lab) {
    lab.sendDoomed(HANGING, "{\"hangFor\":\"1m\"}");
    lab.sendDoomed(FAILING, "{\"failAttempts\":100}");
  }

  @Override
  protected Instant undo(Lab lab) {
    return Instant.now();
  }
}

package dev.warren.systemtests.faults.catalogue;

import dev.warren.contracts.WorkQueue;
import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.faults.lab.Policies;
import dev.warren.systemtests.faults.lab.TaskFault;
import java.time.Duration;
import java.time.Instant;

/** More comes than is done, and the queue has reached its length. */
final class QueueFull extends TaskFault {

  private static final int LENGTH = 50;

  @Override
  public String name() {
    return "queue-full";
  }

  @Override
  public String expectation() {
    return "The queue takes 50 tasks and no more for 20 s, three times, and more are sent than are"
        + " done. What it does not take is refused to the caller and never done.";
  }

  @Override
  protected String work() {
    return ".";
  }

  @Override
  protected int bulkSize() {
    return 60;
  }

  @Override
  protected int rounds() {
    return 3;
  }

  @Override
  protected Duration lasts() {
    return Duration.ofSeconds(20);
  }

  @Override
  protected void inject(Lab lab) {
    Policies.limit(lab.suite(), WorkQueue.QUEUE, LENGTH);
  }

  @Override
  protected Instant undo(Lab lab) {
    Policies.clear(lab.suite());
    return Instant.now();
  }
}

package dev.warren.systemtests.faults.catalogue;

import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.faults.lab.TaskFault;
import java.time.Instant;

/** The whole suite is gone, and comes back in one order or another, while clients go on sending. */
final class StartedInEveryOrder extends TaskFault {

  private final StartOrders orders = new StartOrders();

  @Override
  public String name() {
    return "started-in-every-order";
  }

  @Override
  public String expectation() {
    return StartOrders.told()
        + ". All become ready without another start. What was confirmed is done; nobody is without"
        + " an answer but who waited for the producer as it was killed.";
  }

  @Override
  protected int rounds() {
    return StartOrders.count();
  }

  @Override
  protected int duplicatesOfARound() {
    return workers() * Lab.CONSUMERS * Lab.PREFETCH;
  }

  @Override
  protected int unansweredOfARound() {
    return requestsInHand();
  }

  @Override
  protected void inject(Lab lab) {
    orders.next(lab);
  }

  @Override
  protected Instant undo(Lab lab) {
    return orders.mend(lab);
  }
}

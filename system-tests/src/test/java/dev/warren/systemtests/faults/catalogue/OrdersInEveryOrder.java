package dev.warren.systemtests.faults.catalogue;

import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.faults.lab.OrderFault;
import java.time.Instant;

/** The whole suite is gone, and comes back in one order or another, while orders are placed. */
final class OrdersInEveryOrder extends OrderFault {

  private final StartOrders orders = new StartOrders();

  @Override
  public String name() {
    return "orders-in-every-order";
  }

  @Override
  public String expectation() {
    return StartOrders.told()
        + ". All become ready without another start. Each order that was answered with 201 is"
        + " shipped exactly once; nobody is without an answer but who waited for the producer as it"
        + " was killed.";
  }

  @Override
  protected int rounds() {
    return StartOrders.count();
  }

  @Override
  protected int unansweredOfARound() {
    return REQUESTS_IN_HAND;
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

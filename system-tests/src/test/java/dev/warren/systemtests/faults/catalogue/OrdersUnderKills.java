package dev.warren.systemtests.faults.catalogue;

import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.faults.lab.OrderFault;
import dev.warren.systemtests.suite.RunningSuite;
import java.time.Instant;

/** Whoever has to do with orders is killed, one after the other, while orders are placed. */
final class OrdersUnderKills extends OrderFault {

  @Override
  public String name() {
    return "orders-under-kills";
  }

  @Override
  public String expectation() {
    return "While orders are placed, the producer, the workers and the broker are killed in turn"
        + " and started again, ten times round. Each order that was answered with 201 is shipped"
        + " exactly once; nobody is without an answer but who waited for the producer as it was"
        + " killed.";
  }

  @Override
  protected int rounds() {
    return 10;
  }

  @Override
  protected int unansweredOfARound() {
    return REQUESTS_IN_HAND;
  }

  @Override
  protected void inject(Lab lab) {
    RunningSuite suite = lab.suite();
    suite.members("producer").forEach(suite::kill);
    lab.repair("producer");
    suite.members("worker").forEach(suite::kill);
    lab.repair("worker");
    suite.brokerNode().kill();
  }

  @Override
  protected Instant undo(Lab lab) {
    Instant now = lab.suite().brokerNode().start();
    lab.repair("producer");
    lab.repair("worker");
    return now;
  }
}

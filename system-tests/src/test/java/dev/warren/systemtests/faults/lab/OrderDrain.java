package dev.warren.systemtests.faults.lab;

import dev.warren.contracts.Orders;
import dev.warren.systemtests.faults.ledger.Effect;
import dev.warren.systemtests.faults.ledger.Ledger;
import dev.warren.systemtests.faults.ledger.Verdict;
import dev.warren.systemtests.suite.RunningSuite;
import java.time.Duration;
import java.util.List;

/**
 * Waits until every order that was taken is shipped, and nothing is on its way: neither in the
 * outbox nor in the queue.
 */
final class OrderDrain {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final RunningSuite suite;
  private final Ledger ledger;
  private final Shipments shipments;

  /** Looks at what is shipped from now on. */
  OrderDrain(RunningSuite suite, Ledger ledger) {
    this.suite = suite;
    this.ledger = ledger;
    this.shipments = Shipments.fromNowOn(suite);
  }

  /** Returns whether everything came to an end; false if nothing more does and not all has. */
  boolean completes() {
    return Progress.reachesZero(this::left, PATIENCE);
  }

  /** Everything that was shipped so far. */
  List<Effect> effects() {
    return shipments.read();
  }

  private int left() {
    return Verdict.of(ledger.requests(), effects()).lost().size()
        + Queues.messages(suite, Orders.QUEUE::equals)
        + inOutbox(Metrics.of(suite.members("producer").get(0)).value("warren_outbox_pending"));
  }

  /** A producer whose database does not answer says that it is no number. */
  static int inOutbox(double pending) {
    return Double.isNaN(pending) ? 1 : (int) pending;
  }
}

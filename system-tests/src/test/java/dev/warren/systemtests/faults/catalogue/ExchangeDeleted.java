package dev.warren.systemtests.faults.catalogue;

import static org.awaitility.Awaitility.await;

import dev.warren.contracts.Orders;
import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.faults.lab.OrderFault;
import dev.warren.systemtests.suite.Answer;
import java.time.Duration;
import java.time.Instant;

/** Somebody deletes the exchange that orders are published to, and its bindings with it. */
final class ExchangeDeleted extends OrderFault {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  @Override
  public String name() {
    return "exchange-deleted";
  }

  @Override
  public String expectation() {
    return "The exchange of the orders is deleted while they are placed, ten times. They are taken"
        + " all the same, and stay in the outbox until its owners have declared the exchange and"
        + " the binding again, within a minute; each is shipped exactly once.";
  }

  @Override
  protected int rounds() {
    return 10;
  }

  @Override
  protected void inject(Lab lab) {
    lab.suite().broker().delete("/api/exchanges/%2F/" + Orders.EXCHANGE);
  }

  @Override
  protected Instant undo(Lab lab) {
    await("exchange and binding").atMost(LIMIT).until(() -> isBound(lab));
    return Instant.now();
  }

  private static boolean isBound(Lab lab) {
    Answer bindings =
        lab.suite()
            .broker()
            .management()
            .get("/api/exchanges/%2F/" + Orders.EXCHANGE + "/bindings/source");
    return bindings.status() == 200 && !bindings.json().isEmpty();
  }
}

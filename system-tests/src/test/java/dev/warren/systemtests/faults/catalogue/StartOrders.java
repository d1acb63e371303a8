package dev.warren.systemtests.faults.catalogue;

import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.suite.SuiteParts;
import java.time.Instant;
import java.util.List;

/** The orders in which a suite of which nothing runs is started: one after the other. */
final class StartOrders {

  private static final List<List<String>> ORDERS =
      List.of(
          List.of(
              "postgres",
              "front-door",
              "worker",
              "producer",
              "rpc-fib",
              "log-subscriber",
              "rabbitmq"),
          List.of(
              "rabbitmq",
              "log-subscriber",
              "rpc-fib",
              "producer",
              "worker",
              "front-door",
              "postgres"),
          List.of(
              "rpc-fib",
              "worker",
              "rabbitmq",
              "producer",
              "postgres",
              "log-subscriber",
              "front-door"),
          List.of(
              "producer",
              "log-subscriber",
              "front-door",
              "rabbitmq",
              "rpc-fib",
              "postgres",
              "worker"));

  private static final List<String> SERVICES =
      List.of("worker", "producer", "rpc-fib", "log-subscriber");

  private int turn;
  private Instant complete = Instant.MIN;

  /** What is done in each of them, for the report. */
  static String told() {
    return "All processes are killed at once, the broker's included, and started again one after the"
        + " other, each when the one before answers, four times: the broker last, first and in the"
        + " middle; with containers the front door and the database too, and the database last once";
  }

  static int count() {
    return ORDERS.size();
  }

  /** Ends everything, starts it in the next order, and waits until it works by itself. */
  void next(Lab lab) {
    List<String> order = ORDERS.get(turn++ % ORDERS.size());
    SuiteParts parts = lab.suite().parts();
    parts.kill();
    for (String part : order) {
      complete = parts.start(part);
    }
    parts.awaitReady();
  }

  /** Starts what does not run, if there is any such thing; returns when the last part was there. */
  Instant mend(Lab lab) {
    lab.suite().parts().start("rabbitmq");
    SERVICES.forEach(lab::repair);
    return complete;
  }
}

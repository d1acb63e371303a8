package dev.warren.systemtests.faults.catalogue;

import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.faults.lab.TaskFault;
import java.time.Instant;

/** The producer is killed with requests in hand, between their acceptance and their confirms. */
final class ProducerKilled extends TaskFault {

  @Override
  public String name() {
    return "producer-killed";
  }

  @Override
  public String expectation() {
    return "The only producer is killed with bulks in hand and started again. Its callers get no"
        + " answer: what they had sent is unknown, and may have been done once.";
  }

  @Override
  protected int rounds() {
    return 20;
  }

  @Override
  protected int bulkSize() {
    return 50;
  }

  @Override
  protected int unansweredOfARound() {
    return requestsInHand();
  }

  @Override
  protected void inject(Lab lab) {
    lab.suite().members("producer").forEach(lab.suite()::kill);
  }

  @Override
  protected Instant undo(Lab lab) {
    lab.repair("producer");
    return Instant.now();
  }
}

package dev.warren.systemtests.faults.catalogue;

import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.faults.lab.TaskFault;
import java.time.Instant;

/** Workers are killed while others work; two in each round. */
final class WorkerKilled extends TaskFault {

  private static final int KILLS_OF_A_ROUND = 2;

  private final String name;
  private final String moment;
  private final String work;

  private WorkerKilled(String name, String moment, String work) {
    this.name = name;
    this.moment = moment;
    this.work = work;
  }

  /** Tasks take time, so a kill most likely hits a worker in the middle of one. */
  static WorkerKilled midTask() {
    return new WorkerKilled("worker-killed-mid-task", "in the middle of tasks of 20 ms", ".");
  }

  /** Tasks take no time, so a kill most likely hits a worker between work and acknowledgement. */
  static WorkerKilled beforeAcknowledgement() {
    return new WorkerKilled(
        "worker-killed-before-ack",
        "under tasks that take no time, so between work and acknowledgement",
        "");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String expectation() {
    return "Two of three workers are killed "
        + moment
        + ", and started again, 25 times. Others do what they had in hand.";
  }

  @Override
  protected String work() {
    return work;
  }

  @Override
  protected int workers() {
    return 3;
  }

  @Override
  protected int rounds() {
    return 25;
  }

  @Override
  protected int duplicatesOfARound() {
    return KILLS_OF_A_ROUND * Lab.CONSUMERS * Lab.PREFETCH;
  }

  @Override
  protected void inject(Lab lab) {
    lab.suite().members("worker").stream()
        .limit(KILLS_OF_A_ROUND)
        .toList()
        .forEach(lab.suite()::kill);
  }

  @Override
  protected Instant undo(Lab lab) {
    Instant now = Instant.now();
    lab.haveWorkers(workers());
    return now;
  }
}

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
  private final int backlog;
  private final int duplicates;

  private WorkerKilled(String name, String moment, String work, int backlog, int duplicates) {
    this.name = name;
    this.moment = moment;
    this.work = work;
    this.backlog = backlog;
    this.duplicates = duplicates;
  }

  /** Tasks take time, so a kill most likely hits a worker in the middle of one. */
  static WorkerKilled midTask() {
    return new WorkerKilled(
        "worker-killed-mid-task", "in the middle of tasks of 20 ms,", ".", 0, 0);
  }

  /**
   * Tasks take no time, and many wait, so a kill may well hit a worker between work and
   * acknowledgement. Such a task is done twice, so at least one of a full run has to be.
   */
  static WorkerKilled beforeAcknowledgement() {
    return new WorkerKilled(
        "worker-killed-before-ack",
        "while a thousand tasks wait that take no time, so now and then between work and"
            + " acknowledgement,",
        "",
        1_000,
        1);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String expectation() {
    return "Two of three workers are killed "
        + moment
        + " and started again, 25 times. Others do what they had in hand."
        + (duplicates > 0 ? " Some task is done twice, or no kill came at that moment." : "");
  }

  @Override
  protected String work() {
    return work;
  }

  @Override
  protected int duplicatesOfAFullRun() {
    return duplicates;
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
    if (backlog > 0) {
      lab.sendBulk(backlog);
    }
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

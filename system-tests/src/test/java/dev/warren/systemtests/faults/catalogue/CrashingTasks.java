package dev.warren.systemtests.faults.catalogue;

import static org.awaitility.Awaitility.await;

import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.faults.lab.TaskFault;
import java.time.Duration;
import java.time.Instant;

/**
 * A task that ends its worker's process at each attempt, among good ones. The lab starts the
 * workers again, as whatever runs them would.
 */
final class CrashingTasks extends TaskFault {

  /** Among others until it is a suspect, at the latest when it has had its attempts; then alone. */
  private static final int KILLS = Lab.ATTEMPTS + Lab.SUSPECT_AFTER;

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private int letters;

  @Override
  public String name() {
    return "crashing-tasks";
  }

  @Override
  public String expectation() {
    return "A task ends its worker's process at each attempt, ten times, and the processes are"
        + " started again. It is in the dead-letter queue, once, when it has ended six of them at"
        + " most, within 30 s of time in which a worker ran; how long the processes take to start"
        + " again is the machine's affair. None is that was in hand beside it.";
  }

  @Override
  protected int workers() {
    return 3;
  }

  @Override
  protected int rounds() {
    return 10;
  }

  @Override
  protected int duplicatesOfARound() {
    return KILLS * Lab.CONSUMERS * Lab.PREFETCH;
  }

  /** A round takes long, and what is sent meanwhile adds nothing. */
  @Override
  protected int bulkSize() {
    return 5;
  }

  @Override
  protected int endingsOfARound() {
    return KILLS;
  }

  @Override
  protected void inject(Lab lab) {
    int before = lab.deadLetters();
    lab.sendDoomed(1, "{\"crash\":true}");
    letters = before + 1;
  }

  @Override
  protected Instant undo(Lab lab) {
    await("the task is given up")
        .atMost(LIMIT)
        .until(
            () -> {
              lab.tryToHaveWorkers(workers());
              return lab.deadLetters() >= letters;
            });
    Instant now = Instant.now();
    lab.haveWorkers(workers());
    return now;
  }
}

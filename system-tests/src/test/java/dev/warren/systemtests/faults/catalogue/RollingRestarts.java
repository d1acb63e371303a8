package dev.warren.systemtests.faults.catalogue;

import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.faults.lab.TaskFault;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.SuiteMember;
import java.time.Instant;
import java.util.List;

/** Every process is asked to end, one after the other, and started again, as a deployment does. */
final class RollingRestarts extends TaskFault {

  private static final List<String> SERVICES =
      List.of("worker", "producer", "rpc-fib", "log-subscriber");

  @Override
  public String name() {
    return "rolling-restarts";
  }

  @Override
  public String expectation() {
    return "Each process of each service gets a SIGTERM under load and is started again, three"
        + " times round. No task is cut off, so none is done twice; no request is left without an"
        + " answer, but one of a round that meets the end of its idle connection.";
  }

  @Override
  protected String work() {
    return ".";
  }

  @Override
  protected int bulkSize() {
    return 10;
  }

  @Override
  protected int rounds() {
    return 3;
  }

  @Override
  protected int unansweredOfARound() {
    return 1;
  }

  @Override
  protected void inject(Lab lab) {
    SERVICES.forEach(service -> restart(lab.suite(), service));
  }

  /** Asks the processes of a service to end, one after the other, and starts each again. */
  static void restart(RunningSuite suite, String service) {
    List<SuiteMember> members = suite.members(service);
    for (SuiteMember member : members) {
      suite.terminate(member);
      suite.scale(service, members.size());
    }
  }

  @Override
  protected Instant undo(Lab lab) {
    Instant now = Instant.now();
    SERVICES.forEach(lab::repair);
    return now;
  }
}

package dev.warren.systemtests.faults.catalogue;

import dev.warren.systemtests.faults.lab.CallFault;
import dev.warren.systemtests.faults.lab.Lab;
import java.time.Instant;

/** The RPC servers are asked to end in turn, as a deployment does, while there are calls. */
final class RpcServersRestarted extends CallFault {

  @Override
  public String name() {
    return "rpc-servers-restarted";
  }

  @Override
  public String expectation() {
    return "Each of two RPC servers gets a SIGTERM under calls and is started again, five times"
        + " round. A server that stops answers what it computes and gives back the rest, so no call"
        + " that was taken is without a reply. Each caller has the number or an error within its 2"
        + " s.";
  }

  @Override
  protected int servers() {
    return 2;
  }

  @Override
  protected boolean mayLoseReplies() {
    return false;
  }

  @Override
  protected int rounds() {
    return 5;
  }

  @Override
  protected void inject(Lab lab) {
    RollingRestarts.restart(lab.suite(), "rpc-fib");
  }

  @Override
  protected Instant undo(Lab lab) {
    Instant now = Instant.now();
    lab.repair("rpc-fib");
    return now;
  }
}

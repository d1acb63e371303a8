package dev.warren.systemtests.faults.catalogue;

import dev.warren.systemtests.faults.lab.CallFault;
import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.suite.SuiteMember;
import java.time.Duration;
import java.time.Instant;

/** The only RPC server is gone, or is there and does not answer. */
final class RpcServerStopped extends CallFault {

  private final boolean frozen;

  private RpcServerStopped(boolean frozen) {
    this.frozen = frozen;
  }

  static RpcServerStopped byKill() {
    return new RpcServerStopped(false);
  }

  static RpcServerStopped byFreeze() {
    return new RpcServerStopped(true);
  }

  @Override
  public String name() {
    return frozen ? "rpc-server-frozen" : "rpc-server-killed";
  }

  @Override
  public String expectation() {
    return frozen
        ? "The only RPC server stands still for 15 s (SIGSTOP), five times, and then answers what"
            + " is still waited for. Each caller has the number or an error within its 2 s."
        : "The only RPC server is killed and started again, ten times. Each caller has the number"
            + " or an error within its 2 s.";
  }

  @Override
  protected int rounds() {
    return frozen ? 5 : 10;
  }

  @Override
  protected Duration lasts() {
    return frozen ? Duration.ofSeconds(15) : Duration.ZERO;
  }

  @Override
  protected void inject(Lab lab) {
    for (SuiteMember server : lab.suite().members("rpc-fib")) {
      if (frozen) {
        lab.suite().freeze(server);
      } else {
        lab.suite().kill(server);
      }
    }
  }

  @Override
  protected Instant undo(Lab lab) {
    if (frozen) {
      lab.suite().members("rpc-fib").forEach(lab.suite()::thaw);
      return Instant.now();
    }
    lab.repair("rpc-fib");
    return Instant.now();
  }
}

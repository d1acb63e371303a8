package dev.warren.systemtests.faults.catalogue;

import dev.warren.systemtests.faults.lab.CallBreaches;
import dev.warren.systemtests.faults.lab.CallFault;
import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.faults.lab.MuteServer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A server takes the requests and never replies, so that every call times out. */
final class CallsTimeOut extends CallFault {

  private @Nullable MuteServer server;

  @Override
  public String name() {
    return "rpc-timeouts";
  }

  @Override
  public String expectation() {
    return "A server takes 10 000 requests and replies to none, while the only other one stands"
        + " still. Each caller has an error within its 50 ms and a second; afterwards the producer"
        + " has no more channels, threads and memory than before.";
  }

  @Override
  protected Duration deadline() {
    return Duration.ofMillis(50);
  }

  @Override
  protected void inject(Lab lab) {
    server = MuteServer.start(lab.suite().broker());
    lab.suite().members("rpc-fib").forEach(lab.suite()::freeze);
    lab.awaitFailures(CallBreaches.TIMED_OUT);
  }

  @Override
  protected Instant undo(Lab lab) {
    if (server != null) {
      server.close();
    }
    lab.suite().members("rpc-fib").forEach(lab.suite()::thaw);
    return Instant.now();
  }
}

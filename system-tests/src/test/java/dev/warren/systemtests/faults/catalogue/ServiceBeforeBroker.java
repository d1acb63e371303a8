package dev.warren.systemtests.faults.catalogue;

import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.faults.lab.TaskFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A service is started while the broker does not answer; each service in its turn. */
final class ServiceBeforeBroker extends TaskFault {

  private static final List<String> SERVICES =
      List.of("worker", "producer", "rpc-fib", "log-subscriber");
  private static final Duration HEAD_START = Duration.ofSeconds(10);

  private int turn;

  @Override
  public String name() {
    return "service-before-broker";
  }

  @Override
  public String expectation() {
    return "A service is killed and started again while the broker stands still, and the broker"
        + " goes on when the service has waited for 10 s; each of the four in its turn. Nobody is"
        + " without an answer but who waited for the producer as it was killed.";
  }

  @Override
  protected int rounds() {
    return SERVICES.size();
  }

  @Override
  protected int duplicatesOfARound() {
    return workers() * Lab.CONSUMERS * Lab.PREFETCH;
  }

  /** In the producer's turn. */
  @Override
  protected int unansweredOfARound() {
    return requestsInHand();
  }

  @Override
  protected void inject(Lab lab) {
    String service = SERVICES.get(turn++ % SERVICES.size());
    int replicas = lab.suite().members(service).size();
    lab.suite().members(service).forEach(lab.suite()::kill);
    lab.suite().brokerNode().freeze();
    CompletableFuture<Void> started =
        CompletableFuture.runAsync(() -> lab.suite().scale(service, replicas));
    lab.hold(HEAD_START);
    lab.suite().brokerNode().thaw();
    started.join();
  }

  @Override
  protected Instant undo(Lab lab) {
    lab.suite().brokerNode().thaw();
    SERVICES.forEach(lab::repair);
    return Instant.now();
  }
}

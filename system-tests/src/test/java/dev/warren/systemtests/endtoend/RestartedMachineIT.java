package dev.warren.systemtests.endtoend;

import static org.awaitility.Awaitility.await;

import dev.warren.systemtests.suite.BrokerNode;
import dev.warren.systemtests.suite.Mode;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.SuiteMember;
import dev.warren.systemtests.suite.SystemTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A machine that was switched off: containers end at once, and are started in any order. */
@SystemTest(Mode.DOCKER)
class RestartedMachineIT {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final RunningSuite suite;

  RestartedMachineIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void everyServiceIsReadyAgainThoughTheBrokerCameAfterIt() {
    BrokerNode broker = suite.brokerNode();
    List<SuiteMember> members =
        Stream.of("producer", "worker", "log-subscriber", "rpc-fib")
            .flatMap(service -> suite.members(service).stream())
            .toList();
    broker.kill();
    members.forEach(suite::kill);

    members.forEach(SuiteMember::startAgain);
    broker.start();

    await("all services are ready").atMost(LIMIT).until(suite::isReady);
  }
}

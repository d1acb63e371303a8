package dev.warren.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.suite.BrokerContainer;
import dev.warren.systemtests.suite.Execution;
import dev.warren.systemtests.suite.Mode;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.Seen;
import dev.warren.systemtests.suite.SystemTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Compose asks the broker's container: who depends on it starts when it takes work. */
@SystemTest(Mode.DOCKER)
class BrokerHealthIT {

  private final BrokerContainer broker;

  BrokerHealthIT(RunningSuite suite) {
    this.broker = (BrokerContainer) suite.brokerNode();
  }

  @AfterEach
  void endTheAlarm() {
    broker.clearDiskAlarm();
  }

  @Test
  void aBrokerThatAnAlarmStopsIsNotHealthyUntilItIsOver() {
    assertThat(isHealthy()).isTrue();

    broker.raiseDiskAlarm();
    Seen.eventually("the alarm makes it unhealthy", () -> !isHealthy());

    endTheAlarm();
    Seen.eventually("it is healthy again", this::isHealthy);
  }

  /** Before there is no more of it: the log of quorum queues may take half of this at once. */
  @Test
  void publishersAreBlockedWhileAGigabyteOfTheDiskIsLeft() {
    Execution limit = broker.control("eval", "rabbit_disk_monitor:get_disk_free_limit().");
    assertThat(limit.output().strip()).isEqualTo("1000000000");
  }

  private boolean isHealthy() {
    return broker.run(healthCheck()).exitCode() == 0;
  }

  /** The command of docker-compose.yml. */
  private static List<String> healthCheck() {
    List<String> test = ComposeFile.of("docker-compose.yml").healthCheck("rabbitmq");
    assertThat(test).startsWith("CMD");
    return test.subList(1, test.size());
  }
}

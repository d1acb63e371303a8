package dev.warren.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.suite.BrokerContainer;
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
    broker.control("set_disk_free_limit", "50MB");
  }

  @Test
  void aBrokerThatAnAlarmStopsIsNotHealthyUntilItIsOver() {
    assertThat(isHealthy()).isTrue();

    broker.control("set_disk_free_limit", "1000000GB");
    Seen.eventually("the alarm makes it unhealthy", () -> !isHealthy());

    endTheAlarm();
    Seen.eventually("it is healthy again", this::isHealthy);
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

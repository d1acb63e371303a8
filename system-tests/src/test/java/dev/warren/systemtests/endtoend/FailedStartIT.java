package dev.warren.systemtests.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.MessageProperties;
import dev.warren.systemtests.sources.SourceTree;
import dev.warren.systemtests.suite.Broker;
import dev.warren.systemtests.suite.BrokerNode;
import dev.warren.systemtests.suite.Execution;
import dev.warren.systemtests.suite.Mode;
import dev.warren.systemtests.suite.OwnSuite;
import dev.warren.systemtests.suite.Seen;
import dev.warren.systemtests.suite.SystemTest;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A start that fails says why, and costs nothing of what was there. */
@SystemTest(Mode.LOCAL)
class FailedStartIT {

  private static final int CONFIRM_MS = 5_000;

  private final OwnSuite suite = OwnSuite.of(Mode.LOCAL, "failed-start");

  @AfterEach
  void purge() {
    suite.close();
  }

  @Test
  void aBusyPortIsNamedAndNothingIsStarted() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(other.getLocalPort());

      Execution up = suite.up(Map.of("WARREN_WORKER_PORT", port));

      assertThat(up.exitCode()).isOne();
      assertThat(up.errors())
          .contains("Port " + port + " (for worker-service) is busy")
          .contains("set WARREN_WORKER_PORT to another port")
          .contains("nothing was started");
      assertThat(suite.down().errors()).contains("Nothing runs.");
    }
  }

  @Test
  void aServiceThatDoesNotStartIsNamedAndTheBrokerKeepsWhatItHas() throws Exception {
    Execution up = suite.up(Map.of("WARREN_WORKER_PREFETCH", "0"));

    assertThat(up.exitCode()).isOne();
    assertThat(up.errors())
        .contains("worker-service-1 ended while it started. The end of ")
        .contains("must be greater than or equal to 1")
        .contains("what did start keeps running (./warren status, ./warren down)");

    Broker broker = suite.running().broker();
    BrokerNode node = suite.running().brokerNode();
    send(broker, "Sent to a suite without a worker");
    assertThat(suite.down().orThrow().errors()).contains("The data is kept");
    node.start();

    Seen.eventually("the task is there", () -> waiting(broker) == 1);
  }

  @Test
  void aWrongPasswordIsSaidWithoutAStackTrace(@TempDir Path secrets) throws Exception {
    FileSystemUtils.copyRecursively(SourceTree.root().resolve("broker/demo/secrets"), secrets);
    Files.writeString(secrets.resolve("worker/spring.rabbitmq.password"), "not-the-password");

    Execution up = suite.up(Map.of("WARREN_SECRETS", secrets.toString()));

    assertThat(up.exitCode()).isOne();
    assertThat(up.errors())
        .contains("worker-service-1 ended while it started. The end of ")
        .contains("refuses the user 'worker'. Wrong password, or there is no such user.")
        .doesNotContain("\tat ");
  }

  private static int waiting(Broker broker) throws Exception {
    try (Connection connection = broker.connect();
        Channel channel = connection.createChannel()) {
      return channel.queueDeclarePassive("task_queue").getMessageCount();
    }
  }

  private static void send(Broker broker, String task) throws Exception {
    try (Connection connection = broker.connect();
        Channel channel = connection.createChannel()) {
      channel.confirmSelect();
      channel.basicPublish(
          "", "task_queue", MessageProperties.PERSISTENT_TEXT_PLAIN, task.getBytes(UTF_8));
      channel.waitForConfirmsOrDie(CONFIRM_MS);
    }
  }
}

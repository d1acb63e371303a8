package dev.warren.systemtests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.suite.Execution;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ports that somebody else has, or that are wanted twice, found before anything is started. */
class BusyPortsTest {

  @TempDir private Path folder;

  @Test
  void everyBusyPortIsNamedWithTheVariableThatMovesIt() throws IOException {
    try (ServerSocket one = listen();
        ServerSocket other = listen()) {
      Execution refused =
          run(
              "WARREN_PRODUCER_PORT=%d WARREN_RABBITMQ_PORT=%d"
                  .formatted(one.getLocalPort(), other.getLocalPort()));

      assertThat(refused.exitCode()).isOne();
      assertThat(refused.errors())
          .contains(busy(one, "producer-service", "WARREN_PRODUCER_PORT"))
          .contains(busy(other, "rabbitmq", "WARREN_RABBITMQ_PORT"))
          .contains("nothing was started");
    }
  }

  @Test
  void aPortThatIsAskedForTwiceIsNamed() {
    assertThat(run("WARREN_PRODUCER_PORT=1 WARREN_RABBITMQ_PORT=1").errors())
        .contains("Port 1 is asked for twice, once for rabbitmq: set WARREN_RABBITMQ_PORT");
  }

  @Test
  void aPortThatTheSettingsFileNamesIsTheOneThatHasToBeFree() throws IOException {
    try (ServerSocket one = listen()) {
      assertThat(run("set_in_file WARREN_PRODUCER_PORT=" + one.getLocalPort()).errors())
          .contains(busy(one, "producer-service", "WARREN_PRODUCER_PORT"));
    }
  }

  @Test
  void freePortsAreNoReasonToStop() {
    run("WARREN_PRODUCER_PORT=1 WARREN_RABBITMQ_PORT=2").orThrow();
  }

  private Execution run(String ports) {
    return LauncherScripts.run(folder, ports + "; require_free_ports producer-service rabbitmq");
  }

  private static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static String busy(ServerSocket socket, String service, String variable) {
    return "Port %d (for %s) is busy: end what listens there, or set %s to another port."
        .formatted(socket.getLocalPort(), service, variable);
  }
}

package dev.warren.systemtests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ./warren status} makes of a broker in a container, with {@code guest} or without. */
class BrokerStateTest {

  private static final String ROW =
      """
      . launcher/docker.sh
      broker_version() { echo "%s"; }
      containers() { echo "rabbitmq|1|127.0.0.1:5672->5672/tcp|running|Up 1 minute (%s)|the-broker"; }
      mode_broker_row
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "4.3.6, healthy, ready",
    "4.3.6, unhealthy, ready",
    "'', healthy, ready",
    "'', unhealthy, unready",
    "'', health: starting, starting",
  })
  void whoeverTellsItsVersionIsReadyAndOtherwiseItsHealthCounts(
      String version, String health, String state) {
    assertThat(LauncherScripts.run(folder, ROW.formatted(version, health)).orThrow().output())
        .isEqualTo("%s|5672||%s|container|the-broker%n".formatted(version, state));
  }
}

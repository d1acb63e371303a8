package dev.warren.systemtests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.suite.Execution;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a replica has to be started again for, when {@code ./warren up} finds it running. */
class StampTest {

  private static final String STAMPS =
      """
      jars=jars
      port_for() { echo 8080; }
      node_port() { echo 5672; }
      stamp_of worker-service-1
      export %s=1s
      stamp_of worker-service-1
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WARREN_SHUTDOWN_TIMEOUT",
        "WARREN_WORKER_PREFETCH",
        "WARREN_WORKER_TASK_DEADLINE",
        "SPRING_PROFILES_ACTIVE",
        "LOGGING_LEVEL_ROOT"
      })
  void forASettingOfTheServices(String variable) {
    assertThat(stamps(variable).output().lines().distinct()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WARREN_START_TIMEOUT",
        "WARREN_STOP_TIMEOUT",
        "WARREN_HOME",
        "WARREN_GRAFANA_PORT"
      })
  void notForASettingOfTheLauncher(String variable) {
    assertThat(stamps(variable).output().lines().distinct()).hasSize(1);
  }

  private Execution stamps(String variable) {
    return LauncherScripts.run(folder, STAMPS.formatted(variable)).orThrow();
  }
}

package dev.warren.systemtests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.suite.Execution;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mode that {@code ./warren up} takes, on a machine whose Docker engine answers. */
class ChosenModeTest {

  private static final String UP =
      """
      last_mode() { echo %s; }
      use_mode() { mode=$1; }
      mode_runs() { %s; }
      docker_answers() { true; }
      choose_mode "$1" 2>&1 && echo "$mode"
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "local, docker",
    "docker, local",
    "cluster, docker",
    "docker, cluster",
    "local, cluster",
  })
  void aSuiteThatRunsIsNotStartedInAnotherMode(String asked, String last) {
    Execution refused = choose(asked, last, true);

    assertThat(refused.exitCode()).isOne();
    assertThat(refused.output())
        .contains("the suite already runs (" + last + "); ./warren down first");
  }

  @ParameterizedTest
  @CsvSource({"docker, cluster", "cluster, docker"})
  void aClusterAndASingleBrokerDoNotTakeEachOthersData(String asked, String last) {
    Execution refused = choose(asked, last, false);

    assertThat(refused.exitCode()).isOne();
    assertThat(refused.output()).contains("there is data of ./warren up --" + last);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', docker",
    "'', local, local",
    "'', cluster, cluster",
    "local, docker, local",
    "docker, local, docker",
  })
  void otherwiseItIsTheOneAskedForOrElseTheOneThatHasTheData(
      String asked, String last, String chosen) {
    assertThat(choose(asked, last, false).orThrow().output().lines()).last().isEqualTo(chosen);
  }

  private Execution choose(String asked, String last, boolean runs) {
    return LauncherScripts.run(folder, "set -- '" + asked + "'\n" + UP.formatted(last, runs));
  }
}

package dev.warren.systemtests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.suite.Execution;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How {@code launcher/build.sh} keeps jars, with a service whose build takes no time. */
class JarsTest {

  private static final String CHECKOUT =
      """
      root=$folder services=(a-service)
      mkdir -p "$root"/{.mvn,messaging-contracts,{messaging,security,database}-starter}
      mkdir -p "$root"/a-service/{target,src/main,src/test}
      echo '<version>0.2</version>' | tee "$root"/pom.xml "$root"/a-service/pom.xml >/dev/null
      build() { echo built && echo new >"$root/a-service/target/a-service-0.2.jar"; }
      cd "$root"
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "true, 1",
    "touch a-service/pom.xml, 1",
    "echo class >a-service/src/test/ATest.java, 1",
    "echo class >a-service/target/A.class, 1",
    "echo class >a-service/src/main/A.java, 2",
    "echo class >messaging-starter/B.java, 2",
    "echo '<version>0.2</version>' >>pom.xml, 2",
  })
  void jarsAreBuiltAgainWhenTheirSourcesHaveChangedAndOnlyThen(String change, int builds) {
    Execution twice = run("ensure_jars; " + change + "; ensure_jars");

    assertThat(twice.output().lines()).as(twice.errors()).hasSize(builds);
  }

  @Test
  void jarsThatAreToBeTakenAsTheyAreAreNotBuilt() {
    Execution taken = run("build; WARREN_SKIP_BUILD=true; ensure_jars; cat $jars/*");

    assertThat(taken.output().lines()).as(taken.errors()).containsExactly("built", "new");
  }

  @Test
  void theJarOfAnEarlierVersionIsNotTaken() {
    String jar = "a-service/target/a-service-0.1.jar";

    Execution kept = run("echo old >" + jar + "; ensure_jars; cat $jars/a-service.jar");

    assertThat(kept.output().lines()).as(kept.errors()).containsExactly("built", "new");
  }

  @Test
  void aJarThatIsMissingIsNamed() {
    Execution failed = run("WARREN_SKIP_BUILD=true; ensure_jars");

    assertThat(failed.exitCode()).isOne();
    assertThat(failed.errors()).contains("a-service/target/a-service-0.2.jar");
  }

  private Execution run(String commands) {
    return LauncherScripts.run(folder, CHECKOUT + commands);
  }
}

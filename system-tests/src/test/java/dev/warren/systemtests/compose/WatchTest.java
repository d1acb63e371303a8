package dev.warren.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docker compose watch} sees everything that an image is made of. */
class WatchTest {

  private static final ComposeFile FILE = ComposeFile.of("docker-compose.yml");

  private static final Pattern MODULE =
      Pattern.compile(
          "<groupId>dev\\.warren</groupId>\\s*<artifactId>([a-z-]+)</artifactId>\\s*</dependency>");

  static List<String> built() {
    return FILE.containers().filter(FILE::isBuilt).toList();
  }

  @ParameterizedTest
  @MethodSource("built")
  void theParentTheModuleAndThoseThatItUsesAreWatched(String service) {
    Set<String> wanted = new TreeSet<>(Set.of("pom.xml"));
    addModules(service, wanted);

    assertThat(rules(service).stream().map(rule -> String.valueOf(rule.get("path"))))
        .containsExactlyInAnyOrderElementsOf(wanted);
  }

  @ParameterizedTest
  @MethodSource("built")
  void testsAndBuildFoldersAreNotWatched(String service) {
    assertThat(rules(service))
        .filteredOn(rule -> !"pom.xml".equals(rule.get("path")))
        .allSatisfy(
            rule -> assertThat(rule.get("ignore")).asString().isEqualTo("[src/test, target]"));
  }

  private static List<Map<?, ?>> rules(String service) {
    Map<?, ?> develop = (Map<?, ?>) FILE.service(service).getOrDefault("develop", Map.of());
    List<Map<?, ?>> rules = new ArrayList<>();
    ComposeFile.entries(develop.get("watch")).forEach(rule -> rules.add((Map<?, ?>) rule));
    return rules;
  }

  private static void addModules(String module, Set<String> found) {
    if (found.add(module)) {
      String pom = SourceTree.read(SourceTree.root().resolve(module + "/pom.xml"));
      MODULE.matcher(pom).results().forEach(match -> addModules(match.group(1), found));
    }
  }
}

package dev.warren.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.SourceTree;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a release is made of is named by digests and commits, which cannot come to mean another. */
class ReleaseTest {

  private static final ComposeFile BASE = ComposeFile.of("docker-compose.yml");
  private static final ComposeFile RELEASE = ComposeFile.of("docker-compose.release.yml");
  private static final Pattern PINNED = Pattern.compile("(.+)@sha256:[0-9a-f]{64}");

  static Stream<String> containers() {
    return BASE.containers();
  }

  static Stream<Path> workflows() {
    Path folder = SourceTree.root().resolve(".github/workflows");
    return SourceTree.files(".yml").stream().filter(file -> folder.equals(file.getParent()));
  }

  @ParameterizedTest
  @MethodSource("containers")
  void everyContainerHasTheSameImageByItsDigest(String container) {
    if (BASE.isBuilt(container)) {
      assertThat(RELEASE.buildArguments(container).values())
          .map(ReleaseTest::name)
          .containsExactlyInAnyOrderElementsOf(baseImages());
    } else {
      assertThat(name(RELEASE.image(container))).isEqualTo(BASE.image(container));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAVEN_IMAGE", "JRE_IMAGE"})
  void whatIsPinnedIsWhatAnImageIsBuiltFrom(String argument) {
    assertThat(read("Dockerfile")).contains("\nFROM ${" + argument + "} AS ");
    assertThat(RELEASE.buildArguments("worker-service")).containsKey(argument);
  }

  /** Stages but for those that stand on another stage. */
  @Test
  void nothingElseIsBuiltFrom() {
    assertThat(matches("(?m)^FROM (\\S+)", read("Dockerfile")))
        .containsOnly("${MAVEN_IMAGE}", "${JRE_IMAGE}", "service");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rabbitmq", "postgres"})
  void kubernetesHasTheSameDigests(String container) {
    assertThat(read("k8s/components/release/kustomization.yaml"))
        .contains("value: " + RELEASE.image(container) + "\n");
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void workflowsTakeActionsByTheirCommits(Path workflow) {
    assertThat(matches("(?m)uses: (.+)$", SourceTree.read(workflow)))
        .isNotEmpty()
        .allMatch(action -> action.matches("[\\w/-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"));
  }

  private static Iterable<String> baseImages() {
    return matches("(?m)^ARG \\w+_IMAGE=(.+)$", read("Dockerfile")).toList();
  }

  private static String name(String image) {
    var parts = PINNED.matcher(image);
    assertThat(parts.matches()).as("%s is an image by its digest", image).isTrue();
    return parts.group(1);
  }

  private static Stream<String> matches(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1));
  }

  private static String read(String file) {
    return SourceTree.read(SourceTree.root().resolve(file));
  }
}

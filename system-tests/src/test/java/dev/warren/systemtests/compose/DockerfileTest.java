package dev.warren.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.SourceTree;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the labels of an image say. https://specs.opencontainers.org/image-spec/annotations/ */
class DockerfileTest {

  private static final Pattern LABEL =
      Pattern.compile("org\\.opencontainers\\.image\\.(\\w+)=\"(.*)\"");
  private static final String DOCKERFILE = read("Dockerfile");

  @Test
  void theVersionIsThatOfTheBuild() {
    Pattern version = Pattern.compile("<artifactId>warren</artifactId>\\s*<version>(.+)</version>");
    String built = version.matcher(read("pom.xml")).results().findFirst().orElseThrow().group(1);

    assertThat(DOCKERFILE).containsOnlyOnce("\nARG VERSION=" + built + "\n");
    assertThat(DOCKERFILE.lines().filter("ARG VERSION"::equals)).hasSize(2);
    assertThat(values("version")).containsExactly("${VERSION}", "${VERSION}");
  }

  @Test
  void noLabelIsEmptyUnlessSomebodyFillsIt() {
    assertThat(DOCKERFILE).doesNotContainPattern("(?m)^ARG \\w+=$");
    assertThat(values("source")).isEmpty();
    assertThat(values("revision")).isEmpty();
  }

  /** Contexts are generated for it, and an image of another one would start without. */
  @Test
  void imagesAreForTheModeOfTheDemoAndThoseForKubernetesForThatOfItsManifests() {
    assertThat(DOCKERFILE).contains("\nARG SECURITY_MODE=open\n");
    assertThat(DOCKERFILE.lines().filter("ARG SECURITY_MODE"::equals)).hasSize(2);
    assertThat(read("pom.xml"))
        .contains("<generated.security-mode>open</generated.security-mode>")
        .contains("--warren.security.mode=${generated.security-mode}<");
    assertThat(read(".env")).contains("\nWARREN_SECURITY_MODE=open\n");

    assertThat(read("README.md")).contains("--build-arg SECURITY_MODE=api-keys ");
    assertThat(read("k8s/base/kustomization.yaml")).contains("- WARREN_SECURITY_MODE=api-keys ");
  }

  private static List<String> values(String label) {
    return LABEL
        .matcher(DOCKERFILE)
        .results()
        .filter(match -> match.group(1).equals(label))
        .map((MatchResult match) -> match.group(2))
        .toList();
  }

  private static String read(String file) {
    return SourceTree.read(SourceTree.root().resolve(file));
  }
}

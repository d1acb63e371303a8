package dev.warren.systemtests.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No file that describes users of the broker has a password that somebody could use. */
class BrokerPasswordsTest {

  private static final List<Path> FOLDERS =
      Stream.of("broker", "k8s").map(SourceTree.root()::resolve).toList();

  static List<Path> definitions() {
    return SourceTree.files(".json").stream()
        .filter(file -> FOLDERS.stream().anyMatch(file::startsWith))
        .filter(file -> SourceTree.read(file).contains("\"users\""))
        .toList();
  }

  static Stream<Overlay> operated() {
    return Overlay.all().stream().filter(overlay -> overlay.ofKind("User").findAny().isPresent());
  }

  @Test
  void theDefinitionsOfTheSuiteAreAmongThem() {
    Path suite = SourceTree.root().resolve("broker/definitions.json");
    assertThat(definitions()).contains(suite);
    assertThat(Manifest.parse(SourceTree.read(suite)).get(0).at("/users")).hasSize(4);
    assertThat(operated()).extracting(Overlay::name).contains("operator", "production");
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void definitionsHaveHashes(Path file) {
    assertThat(Manifest.parse(SourceTree.read(file)).get(0).at("/users").valueStream())
        .allSatisfy(
            user -> {
              assertThat(user.path("password_hash").asString("")).isBase64().hasSize(48);
              assertThat(user.path("hashing_algorithm").asString(""))
                  .isEqualTo("rabbit_password_hashing_sha256");
              assertThat(user.has("password")).as("a password").isFalse();
            });
  }

  @ParameterizedTest
  @MethodSource("operated")
  void operatorsReadThemFromSecrets(Overlay overlay) {
    assertThat(overlay.ofKind("User"))
        .allSatisfy(
            user -> {
              assertThat(user.text("/spec/importCredentialsSecret/name")).isNotEmpty();
              assertThat(user.content().findValues("password")).isEmpty();
            });
  }
}

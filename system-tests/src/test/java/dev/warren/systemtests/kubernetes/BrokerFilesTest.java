package dev.warren.systemtests.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The broker of {@code dev} reads the files that Compose's broker reads. */
class BrokerFilesTest {

  private static final Path BROKER = SourceTree.root().resolve("broker");

  static Stream<Overlay> overlays() {
    return Overlay.all().stream().filter(overlay -> overlay.has("StatefulSet", "rabbitmq"));
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void theBrokersFilesAreMountedAsTheyAre(Overlay overlay) throws IOException {
    assertThat(mounted(overlay)).containsAllEntriesOf(ours());
  }

  static Stream<Overlay> everyOverlay() {
    return Overlay.all().stream();
  }

  @ParameterizedTest
  @MethodSource("everyOverlay")
  void guestStaysOutOfClusters(Overlay overlay) {
    assertThat(overlay.documents())
        .isNotEmpty()
        .noneMatch(document -> document.content().toString().contains("guest"));
    assertThat(overlay.ofKind("Secret").flatMap(BrokerFilesTest::decoded))
        .noneMatch(value -> value.contains("guest"));
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void passwordsAreThoseOfTheDemo(Overlay overlay) {
    for (String user : List.of("producer", "worker", "log-subscriber", "rpc-fib")) {
      Path file = BROKER.resolve("demo/secrets/" + user + "/spring.rabbitmq.password");
      assertThat(overlay.ofKind("Secret"))
          .filteredOn(secret -> secret.name().startsWith(user + "-broker-user"))
          .singleElement()
          .satisfies(secret -> assertThat(password(secret)).isEqualTo(SourceTree.read(file)));
    }
  }

  private static Map<String, String> ours() throws IOException {
    Map<String, String> files = new TreeMap<>();
    files.put("rabbitmq.conf", SourceTree.read(BROKER.resolve("rabbitmq.conf")));
    files.put("enabled_plugins", SourceTree.read(BROKER.resolve("enabled_plugins")));
    files.put("definitions.d/10-warren.json", SourceTree.read(BROKER.resolve("definitions.json")));
    try (Stream<Path> newer = Files.list(BROKER)) {
      newer
          .filter(file -> file.getFileName().toString().matches("definitions-.*\\.json"))
          .forEach(
              file ->
                  files.put(
                      "definitions.d/20-warren-"
                          + file.getFileName().toString().replace("definitions-", ""),
                      SourceTree.read(file)));
    }
    try (Stream<Path> more = Files.list(BROKER.resolve("conf.d"))) {
      more.forEach(file -> files.put("conf.d/" + file.getFileName(), SourceTree.read(file)));
    }
    return files;
  }

  private static Map<String, String> mounted(Overlay overlay) {
    Manifest broker = overlay.find("StatefulSet", "rabbitmq").orElseThrow();
    return broker
        .at("/spec/template/spec/volumes")
        .valueStream()
        .flatMap(volume -> volume.at("/projected/sources").valueStream())
        .map(source -> source.path("configMap"))
        .flatMap(source -> files(overlay, source).entrySet().stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map<String, String> files(Overlay overlay, JsonNode source) {
    Manifest map = overlay.find("ConfigMap", source.path("name").asString()).orElseThrow();
    return source
        .path("items")
        .valueStream()
        .collect(
            Collectors.toMap(
                item -> item.path("path").asString(),
                item -> map.at("/data").path(item.path("key").asString()).asString()));
  }

  private static String password(Manifest secret) {
    String plain = secret.text("/stringData/password");
    return plain.isEmpty() ? decoded(secret.text("/data/password")) : plain;
  }

  private static Stream<String> decoded(Manifest secret) {
    return secret.at("/data").valueStream().map(value -> decoded(value.asString()));
  }

  private static String decoded(String base64) {
    return new String(Base64.getMimeDecoder().decode(base64), UTF_8);
  }
}

package dev.warren.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.SourceTree;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeFileTest {

  private static final ComposeFile FILE = ComposeFile.of("docker-compose.yml");

  private static final List<String> SERVICES =
      List.of("producer-service", "worker-service", "log-subscriber-service", "rpc-fib-service");

  /** Why not is said beside it. */
  private static final String WRITES_TO_ITS_IMAGE = "otel-lgtm";

  static Stream<String> containers() {
    return FILE.containers();
  }

  static List<String> ourOwn() {
    return SERVICES;
  }

  @ParameterizedTest
  @MethodSource("containers")
  void everyPortIsOnLoopback(String container) {
    assertThat(FILE.entries(container, "ports"))
        .allSatisfy(port -> assertThat(port.toString()).startsWith("127.0.0.1:"));
  }

  @ParameterizedTest
  @MethodSource("containers")
  void everyContainerIsLimitedAndHasNoPrivileges(String container) {
    assertThat(FILE.service(container))
        .containsKeys("mem_limit", "cpus", "pids_limit", "restart")
        .doesNotContainKey("container_name");
    assertThat(FILE.entries(container, "security_opt"))
        .asString()
        .contains("no-new-privileges:true");
    assertThat(FILE.entries(container, "cap_drop")).asString().isEqualTo("[ALL]");
  }

  @ParameterizedTest
  @MethodSource("containers")
  void everyContainerKeepsItsImageAsItIs(String container) {
    assertThat(FILE.service(container).containsKey("read_only"))
        .isEqualTo(!container.equals(WRITES_TO_ITS_IMAGE));
  }

  @Test
  void theBrokerIsNeverRoot() {
    assertThat(FILE.service("rabbitmq")).containsEntry("user", "rabbitmq");
  }

  /** A file that is not there would be made by the engine, as a folder. */
  @ParameterizedTest
  @ValueSource(strings = {"demo", "no-guest"})
  void theBrokerLoadsBesidesWhatTheSettingsName(String folder) {
    assertThat(FILE.entries("rabbitmq", "volumes"))
        .map(Object::toString)
        .noneMatch(volume -> volume.contains("broker/demo"))
        .filteredOn(volume -> volume.startsWith("${WARREN_BROKER_EXTRAS:?"))
        .map(volume -> volume.replaceFirst(".*}/", "").split(":", 2)[0])
        .hasSize(2)
        .allSatisfy(
            file ->
                assertThat(SourceTree.root().resolve("broker").resolve(folder).resolve(file))
                    .isRegularFile());
  }

  @Test
  void withoutTheDemoThereIsNoFurtherUser() {
    assertThat(SourceTree.read(SourceTree.root().resolve("broker/no-guest/definitions.json")))
        .isEqualToIgnoringWhitespace("{\"users\": []}");
    assertThat(SourceTree.read(SourceTree.root().resolve("broker/no-guest/90-demo.conf")).lines())
        .allMatch(line -> line.startsWith("#"));
  }

  @ParameterizedTest
  @MethodSource("ourOwn")
  void aServiceCanBeScaledAndWritesNowhere(String service) {
    assertThat(FILE.entries(service, "ports"))
        .asString()
        .isEqualTo("[127.0.0.1::8080, 127.0.0.1::8090]");
    assertThat(FILE.service(service)).containsEntry("read_only", true);
    assertThat(FILE.entries(service, "tmpfs")).asString().contains("/tmp");
  }

  /**
   * Compose stops what depends on a container before it, and callers come through the front door.
   */
  @ParameterizedTest
  @MethodSource("ourOwn")
  void aServiceEndsItsRequestsBeforeTheFrontDoorStops(String service) {
    assertThat(FILE.service(service).get("depends_on"))
        .asString()
        .contains("front-door={condition=service_started}");
    assertThat(FILE.service("front-door")).doesNotContainKey("depends_on");
  }

  @ParameterizedTest
  @MethodSource("ourOwn")
  void aServiceReadsItsPasswordFromASecretAndStartsAfterTheBroker(String service) {
    assertThat(FILE.entries(service, "secrets")).isNotEmpty();
    assertThat(FILE.service(service).get("depends_on")).asString().contains("service_healthy");
    assertThat(FILE.service(service).get("environment")).asString().doesNotContain("PASSWORD");
  }
}

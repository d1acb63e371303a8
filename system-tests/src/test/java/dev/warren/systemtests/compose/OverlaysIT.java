package dev.warren.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.SourceTree;
import dev.warren.systemtests.suite.Machine;
import dev.warren.systemtests.suite.Mode;
import dev.warren.systemtests.suite.SystemTest;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Compose makes of a file together with another one: the rules of {@link ComposeFileTest} hold
 * there too.
 */
@SystemTest(Mode.DOCKER)
class OverlaysIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @ParameterizedTest
  @ValueSource(strings = {"docker-compose.cluster.yml", "docker-compose.release.yml"})
  void everyContainerIsLimitedAndHasNoPrivileges(String overlay) {
    assertThat(containers(overlay))
        .allSatisfy(
            (name, container) -> {
              assertThat(container.propertyNames())
                  .contains("mem_limit", "cpus", "pids_limit", "restart")
                  .doesNotContain("container_name");
              assertThat(container.get("cap_drop")).hasToString("[\"ALL\"]");
              assertThat(container.get("security_opt")).hasToString("[\"no-new-privileges:true\"]");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker-compose.cluster.yml", "docker-compose.release.yml"})
  void everyPortIsOnLoopback(String overlay) {
    assertThat(containers(overlay).values())
        .flatExtracting(container -> container.path("ports").valueStream().toList())
        .isNotEmpty()
        .allSatisfy(port -> assertThat(port.at("/host_ip").asString()).isEqualTo("127.0.0.1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rabbitmq", "rabbitmq-2", "rabbitmq-3"})
  void everyNodeIsGuardedAsASingleOneIs(String node) {
    JsonNode container = Objects.requireNonNull(containers("docker-compose.cluster.yml").get(node));

    assertThat(container.at("/read_only").asBoolean()).isTrue();
    assertThat(container.at("/user").asString()).isEqualTo("rabbitmq");
    assertThat(container.at("/healthcheck/test").isArray()).isTrue();
  }

  private static Map<String, JsonNode> containers(String overlay) {
    Path root = SourceTree.root();
    String merged =
        Machine.run(
                "docker",
                "compose",
                "--project-directory=" + root,
                "--file=" + root.resolve("docker-compose.yml"),
                "--file=" + root.resolve(overlay),
                "--profile=*",
                "config",
                "--format=json")
            .orThrow()
            .output();
    Map<String, JsonNode> containers = new TreeMap<>();
    JSON.readTree(merged).get("services").forEachEntry(containers::put);
    return containers;
  }
}

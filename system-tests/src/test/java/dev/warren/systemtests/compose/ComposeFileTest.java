package dev.warren.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.SourceTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ComposeFileTest {

  private static final List<String> SERVICES =
      List.of("producer-service", "worker-service", "log-subscriber-service", "rpc-fib-service");

  static Stream<String> containers() {
    return services().keySet().stream().map(Object::toString);
  }

  static List<String> ourOwn() {
    return SERVICES;
  }

  @ParameterizedTest
  @MethodSource("containers")
  void everyPortIsOnLoopback(String container) {
    assertThat(entries(container, "ports"))
        .allSatisfy(port -> assertThat(port.toString()).startsWith("127.0.0.1:"));
  }

  @ParameterizedTest
  @MethodSource("containers")
  void everyContainerIsLimitedAndGainsNoPrivileges(String container) {
    assertThat(service(container))
        .containsKeys("mem_limit", "cpus", "pids_limit", "restart")
        .doesNotContainKey("container_name");
    assertThat(entries(container, "security_opt")).asString().contains("no-new-privileges:true");
  }

  @ParameterizedTest
  @MethodSource("ourOwn")
  void aServiceCanBeScaledAndWritesNowhere(String service) {
    assertThat(entries(service, "ports"))
        .asString()
        .isEqualTo("[127.0.0.1::8080, 127.0.0.1::8090]");
    assertThat(service(service)).containsEntry("read_only", true);
    assertThat(entries(service, "cap_drop")).asString().isEqualTo("[ALL]");
    assertThat(entries(service, "tmpfs")).asString().contains("/tmp");
  }

  @ParameterizedTest
  @MethodSource("ourOwn")
  void aServiceReadsItsPasswordFromASecretAndStartsAfterTheBroker(String service) {
    assertThat(entries(service, "secrets")).isNotEmpty();
    assertThat(service(service).get("depends_on")).asString().contains("service_healthy");
    assertThat(service(service).get("environment")).asString().doesNotContain("PASSWORD");
  }

  private static List<?> entries(String service, String key) {
    return service(service).get(key) instanceof List<?> entries ? entries : List.of();
  }

  private static Map<String, Object> service(String name) {
    Map<String, Object> settings = new HashMap<>();
    ((Map<?, ?>) Objects.requireNonNull(services().get(name)))
        .forEach((key, value) -> settings.put(key.toString(), value));
    return settings;
  }

  private static Map<?, ?> services() {
    Map<?, ?> file =
        new Yaml(new SafeConstructor(new LoaderOptions()))
            .load(SourceTree.read(SourceTree.root().resolve("docker-compose.yml")));
    return (Map<?, ?>) Objects.requireNonNull(file.get("services"));
  }
}

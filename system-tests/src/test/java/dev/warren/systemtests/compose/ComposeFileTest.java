package dev.warren.systemtests.compose;

import static dev.warren.systemtests.compose.ComposeFile.entries;
import static dev.warren.systemtests.compose.ComposeFile.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeFileTest {

  private static final List<String> SERVICES =
      List.of("producer-service", "worker-service", "log-subscriber-service", "rpc-fib-service");

  /** Why not is said beside it. */
  private static final String WRITES_TO_ITS_IMAGE = "otel-lgtm";

  static Stream<String> containers() {
    return ComposeFile.containers();
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
  void everyContainerIsLimitedAndHasNoPrivileges(String container) {
    assertThat(service(container))
        .containsKeys("mem_limit", "cpus", "pids_limit", "restart")
        .doesNotContainKey("container_name");
    assertThat(entries(container, "security_opt")).asString().contains("no-new-privileges:true");
    assertThat(entries(container, "cap_drop")).asString().isEqualTo("[ALL]");
  }

  @ParameterizedTest
  @MethodSource("containers")
  void everyContainerKeepsItsImageAsItIs(String container) {
    assertThat(service(container).containsKey("read_only"))
        .isEqualTo(!container.equals(WRITES_TO_ITS_IMAGE));
  }

  @Test
  void theBrokerIsNeverRoot() {
    assertThat(service("rabbitmq")).containsEntry("user", "rabbitmq");
  }

  @ParameterizedTest
  @MethodSource("ourOwn")
  void aServiceCanBeScaledAndWritesNowhere(String service) {
    assertThat(entries(service, "ports"))
        .asString()
        .isEqualTo("[127.0.0.1::8080, 127.0.0.1::8090]");
    assertThat(service(service)).containsEntry("read_only", true);
    assertThat(entries(service, "tmpfs")).asString().contains("/tmp");
  }

  @ParameterizedTest
  @MethodSource("ourOwn")
  void aServiceReadsItsPasswordFromASecretAndStartsAfterTheBroker(String service) {
    assertThat(entries(service, "secrets")).isNotEmpty();
    assertThat(service(service).get("depends_on")).asString().contains("service_healthy");
    assertThat(service(service).get("environment")).asString().doesNotContain("PASSWORD");
  }
}

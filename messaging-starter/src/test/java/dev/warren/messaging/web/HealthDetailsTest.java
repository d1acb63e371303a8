package dev.warren.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Health names components and their states, and says nothing more of them, on either port. */
class HealthDetailsTest {

  private static final String DEFAULTS = "spring.config.import=classpath:warren-defaults.yaml";
  private static final String NAME = "spring.application.name=health-probe";

  private static void assertStatesAlone(int port, String path) {
    JsonNode health = JsonMapper.shared().readTree(new Probe(port).get(path).body());

    assertThat(health.path("status").asString()).isNotEmpty();
    assertThat(health.path("components").properties()).isNotEmpty();
    assertThat(health.findValues("details")).isEmpty();
  }

  @Nested
  @SpringBootTest(
      classes = ProbeApplication.class,
      webEnvironment = WebEnvironment.RANDOM_PORT,
      properties = {DEFAULTS, NAME})
  class OnOnePort {

    @LocalServerPort private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/readiness", "/livez", "/readyz"})
    void areNotTold(String path) {
      assertStatesAlone(port, path);
    }
  }

  @Nested
  @SpringBootTest(
      classes = ProbeApplication.class,
      webEnvironment = WebEnvironment.RANDOM_PORT,
      properties = {DEFAULTS, NAME, "management.server.port=0"})
  class OnTwoPorts {

    @LocalServerPort private int port;
    @LocalManagementPort private int managementPort;

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz"})
    void areNotToldToCallers(String path) {
      assertStatesAlone(port, path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/readiness"})
    void areNotToldWhereHealthIs(String path) {
      assertStatesAlone(managementPort, path);
    }
  }
}

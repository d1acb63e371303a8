package dev.warren.systemtests.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code launcher/} makes of settings, and of what an engine tells. */
class LauncherScriptsTest {

  private static final String PARTS =
      "root=$PWD caller=$PWD; for part in broker/process launcher/settings launcher/http"
          + " launcher/suite launcher/status launcher/docker; do . ./$part.sh; done; ";

  @ParameterizedTest
  @CsvSource({
    "1, '', 1",
    "2, '', ''",
    "8, '', ''",
    "1, 2, 2",
  })
  void whereTheEngineHasOneProcessContainersMayUseOne(
      String processors, String wanted, String allowed) {
    String engine =
        "docker() { if [[ $1 == info ]]; then echo %s; else echo \"<${WARREN_CPUS:-}>\"; fi; };"
            .formatted(processors);
    assertThat(bash("WARREN_CPUS=%s; %s compose up".formatted(wanted, engine)))
        .isEqualTo("<" + allowed + ">");
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', ' in '",
    "false, '', ' in '",
    "true, '', ' otel-lgtm in tracing'",
    "true, http://collector:4318/v1/traces, ' in '",
  })
  void whoWantsTracesAndNamesNoCollectorGetsOne(String wanted, String endpoint, String started) {
    assertThat(
            bash(
                "WARREN_TRACING=%s WARREN_OTLP_ENDPOINT=%s; watch_traces;"
                        .formatted(wanted, endpoint)
                    + " echo \"${watchers[*]} in ${COMPOSE_PROFILES:-}\""))
        .isEqualTo(("prometheus grafana" + started).strip());
  }

  @Test
  void statusTellsOfDatabaseAndFrontDoorAsTheirHealthChecksDo() {
    String engine = "docker() { echo 'postgres|1||running|Up 2 minutes (%s)|a-postgres-1'; };";
    assertThat(bash(engine.formatted("healthy") + " mode_other_rows"))
        .isEqualTo("postgres|ready|container|a-postgres-1\nfront-door|down|container|");
    assertThat(bash(engine.formatted("unhealthy") + " mode_other_rows"))
        .startsWith("postgres|unready|container|a-postgres-1");
    assertThat(bash(engine.formatted("health: starting") + " others_json").lines())
        .containsExactly(
            "{\"service\":\"postgres\",\"state\":\"starting\",\"container\":\"a-postgres-1\"},",
            "  {\"service\":\"front-door\",\"state\":\"down\",\"container\":null}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bench --quick", "bench footprint -v", "up --fast", "status all", "scale"})
  void whatACommandDoesNotTakeIsRefusedBeforeAnythingIsDone(String line) {
    Execution refused = Machine.run("bash", "-c", "./warren " + line);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.errors()).contains("./warren help");
    assertThat(refused.output()).isEmpty();
  }

  private static String bash(String commands) {
    return Machine.run("bash", "-c", PARTS + commands).orThrow().output().strip();
  }
}

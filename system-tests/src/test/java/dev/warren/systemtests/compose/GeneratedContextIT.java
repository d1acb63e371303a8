package dev.warren.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.warren.systemtests.suite.Execution;
import dev.warren.systemtests.suite.Machine;
import dev.warren.systemtests.suite.Mode;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.SuiteMember;
import dev.warren.systemtests.suite.SystemTest;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An image starts with the context that it has, and never with one that is not for its settings.
 */
@SystemTest(Mode.DOCKER)
class GeneratedContextIT {

  private static final String GENERATED = "Starting AOT-processed ";
  private static final Pattern START =
      Pattern.compile("Starting (?:AOT-processed )?\\w+Application ");

  /** What keeps a context with keys from being refused. To this key there is none. */
  private static final String KEY = "WARREN_SECURITY_API_KEYS=test admin " + "0".repeat(64);

  private final RunningSuite suite;

  GeneratedContextIT(RunningSuite suite) {
    this.suite = suite;
  }

  @ParameterizedTest
  @FieldSource("dev.warren.systemtests.suite.SuiteMember#SERVICES")
  void everyServiceOfComposeStartsWithIt(String service) {
    Execution logs = Machine.run("docker", "logs", containerOf(service)).orThrow();
    List<String> starts = START.matcher(logs.output()).results().map(MatchResult::group).toList();

    assertThat(starts).last(STRING).startsWith(GENERATED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WARREN_LOG_FORMAT=ecs",
        "WARREN_RATE_LIMIT=5",
        "WARREN_WORKER_PREFETCH=7",
        "WARREN_DATA_DIR=/tmp/other"
      })
  void aSettingThatDecidesNothingAboutBeansLeavesIt(String setting) {
    assertThat(logOfAStart("worker", setting)).contains(GENERATED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "worker -> WARREN_SECURITY_MODE=api-keys -> warren.security.mode",
        "worker -> WARREN_TRACING=true -> warren.tracing.enabled",
        "worker -> WARREN_PORT=8070 -> server.port",
        "worker -> SPRING_PROFILES_ACTIVE=throughput -> spring.rabbitmq.listener.type",
        "worker -> SPRING_THREADS_VIRTUAL_ENABLED=false -> spring.threads.virtual.enabled",
        "worker -> MANAGEMENT_ENDPOINT_INFO_ACCESS=none -> management.endpoint.info.access",
        "producer -> MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE_0=info -> management.endpoints.web.exposure.include[0]",
        "log-subscriber -> WARREN_FANOUT=false -> warren.subscriptions.fanout",
        "rpc-fib -> WARREN_GENERATED_CONTEXT=false -> warren.generated-context"
      })
  void aSettingThatDecidesAboutBeansHasItsEffect(String service, String setting, String name) {
    assertThat(logOfAStart(service, setting))
        .containsPattern(
            "Not with the generated context, .* settings: " + Pattern.quote(name) + "\\R")
        .doesNotContain(GENERATED);
  }

  /** Up to the point where it would connect. */
  private String logOfAStart(String service, String setting) {
    return Machine.run(
            "docker",
            "run",
            "--rm",
            "--tmpfs=/app/logs:mode=1777",
            "--env=JAVA_TOOL_OPTIONS=-Dspring.context.exit=onRefresh",
            "--env=WARREN_SECURITY_MODE=open",
            "--env=WARREN_SECURITY_OPEN_BEYOND_LOOPBACK=true",
            "--env=WARREN_DATA_DIR=/tmp/data",
            "--env=" + KEY,
            "--env=" + setting,
            imageOf(containerOf(service)))
        .orThrow()
        .output();
  }

  private String containerOf(String service) {
    SuiteMember member = suite.members(service).get(0);
    return Objects.requireNonNull(member.container());
  }

  private static String imageOf(String container) {
    return Machine.run("docker", "inspect", "--format", "{{.Image}}", container)
        .orThrow()
        .output()
        .strip();
  }
}

package dev.warren.systemtests.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.SourceTree;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Task deadline, then the container's patience, then Spring's, then that of whoever sends the kill:
 * this order keeps work in hand from being cut off. The container waits a little less than Spring,
 * and Spring has that patience with each phase: with the listeners, then with requests. After these
 * come, one after the other, the task events, the relay of the outbox and the last confirms.
 */
class ShutdownOrderTest {

  private static final Duration CONTAINER_MARGIN =
      declared("ListenerDefaults", "SHUTDOWN_MARGIN = Duration\\.ofSeconds\\((\\d+)\\)");
  private static final Duration PROCESS_MARGIN = Duration.ofSeconds(5);
  private static final Map<String, Duration> PHASES = new ConcurrentHashMap<>();

  static Stream<Pod> services() {
    return Overlay.all().stream()
        .flatMap(overlay -> overlay.pods().stream())
        .filter(pod -> pod.owner().is("Deployment"));
  }

  @ParameterizedTest
  @MethodSource("services")
  void kubernetesWaitsLongerThanAllPhasesOfSpring(Pod pod) {
    Duration pause =
        Duration.ofSeconds(pod.spec().at("/containers/0/lifecycle/preStop/sleep/seconds").asInt(0));
    Duration grace = Duration.ofSeconds(pod.spec().path("terminationGracePeriodSeconds").asInt());
    assertThat(grace)
        .isGreaterThanOrEqualTo(
            PHASES
                .computeIfAbsent(pod.owner().name(), ShutdownOrderTest::phases)
                .plus(pause)
                .plus(PROCESS_MARGIN))
        .isEqualTo(composeGrace(pod.owner().name()));
  }

  private static Duration phases(String service) {
    Duration spring = setting(service, "WARREN_SHUTDOWN_TIMEOUT");
    return spring
        .minus(CONTAINER_MARGIN)
        .plus(byDefault("HttpProperties", "farewellTime"))
        .plus(spring)
        .plus(
            byDefaultIfIn(
                service, "TaskEventsConfiguration", "TaskEventsProperties", "drainTimeout"))
        .plus(byDefaultIfIn(service, "OutboxProperties", "OutboxProperties", "stopTimeout"))
        .plus(byDefault("PublisherProperties", "confirmTimeout"));
  }

  @Test
  void theLauncherKillsNoProcessThatComposeWouldNot() {
    String settings = SourceTree.read(SourceTree.root().resolve("launcher/settings.sh"));
    long seconds = composeGrace("worker-service").toSeconds();
    assertThat(settings).contains("stop_timeout=${WARREN_STOP_TIMEOUT:-" + seconds + "}");
  }

  @Test
  void aTaskEndsBeforeTheContainerLosesPatienceAndTheContainerBeforeSpring() {
    Duration task = setting("worker-service", "WARREN_WORKER_MAX_TASK_DURATION");
    Duration spring = setting("worker-service", "WARREN_SHUTDOWN_TIMEOUT");
    assertThat(task).isLessThan(spring.minus(CONTAINER_MARGIN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"WARREN_WORKER_MAX_TASK_DURATION", "WARREN_SHUTDOWN_TIMEOUT"})
  void whatKubernetesSetsIsTheDefaultOfCompose(String variable) {
    assertThat(configured(variable)).containsExactly(setting("worker-service", variable));
  }

  private static List<Duration> configured(String variable) {
    return Overlay.composed("dev")
        .ofKind("ConfigMap")
        .map(map -> Pod.strings(map.at("/data")))
        .flatMap(data -> Stream.ofNullable(data.get(variable)))
        .map(ShutdownOrderTest::duration)
        .toList();
  }

  /** The default of a variable, where the service or what all services share reads it. */
  private static Duration setting(String service, String variable) {
    Pattern reading = Pattern.compile("\\$\\{" + variable + ":([^}]+)}");
    return Stream.of(service, "messaging-starter")
        .flatMap(module -> resources(module).stream())
        .map(reading::matcher)
        .filter(Matcher::find)
        .map(found -> duration(found.group(1)))
        .findFirst()
        .orElseThrow();
  }

  private static Duration byDefaultIfIn(
      String service, String used, String properties, String name) {
    Path module = SourceTree.root().resolve(service + "/src/main");
    boolean isUsed =
        SourceTree.files(".java").stream()
            .filter(file -> file.startsWith(module))
            .anyMatch(file -> SourceTree.read(file).contains(used));
    return isUsed ? byDefault(properties, name) : Duration.ZERO;
  }

  private static Duration byDefault(String properties, String name) {
    return declared(properties, "@DefaultValue\\(\"(\\d+)s\"\\)[^,]* Duration " + name + "\\b");
  }

  /** The seconds that a class of ours says at the pattern's group. */
  private static Duration declared(String type, String pattern) {
    Matcher declaration =
        SourceTree.files(type + ".java").stream()
            .map(file -> Pattern.compile(pattern).matcher(SourceTree.read(file)))
            .filter(Matcher::find)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(type + " does not say " + pattern));
    return Duration.ofSeconds(Long.parseLong(declaration.group(1)));
  }

  private static List<String> resources(String module) {
    return SourceTree.files(".yaml").stream()
        .filter(file -> file.startsWith(SourceTree.root().resolve(module + "/src/main/resources")))
        .map(SourceTree::read)
        .toList();
  }

  private static Duration composeGrace(String service) {
    Manifest compose =
        Manifest.parse(SourceTree.read(SourceTree.root().resolve("docker-compose.yml"))).get(0);
    return duration(compose.text("/services/" + service + "/stop_grace_period"));
  }

  private static Duration duration(String text) {
    return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
  }
}

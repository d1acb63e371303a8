package dev.warren.systemtests.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.SourceTree;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Workers follow the backlog of the queues they consume, and nothing else sets their number. */
class ScalingTest {

  private static final JsonNode DEFINITIONS =
      Manifest.parse(SourceTree.read(SourceTree.root().resolve("broker/definitions.json")))
          .get(0)
          .content();

  static Stream<Overlay> scaled() {
    return Overlay.all().stream()
        .filter(overlay -> overlay.ofKind("ScaledObject").findAny().isPresent());
  }

  @Test
  void theOverlaysForItAreScaled() {
    assertThat(scaled()).extracting(Overlay::name).contains("keda", "production");
  }

  @ParameterizedTest
  @MethodSource("scaled")
  void upToTwentyWorkersOneForEveryFiveTasks(Overlay overlay) {
    assertThat(scaledObject(overlay).at("/spec/maxReplicaCount").asInt()).isEqualTo(20);
    assertThat(triggers(overlay))
        .filteredOn(trigger -> "task_queue".equals(trigger.get("queueName")))
        .extracting(trigger -> trigger.getOrDefault("value", ""))
        .containsExactly("5");
  }

  @ParameterizedTest
  @MethodSource("scaled")
  void noWorkerWithoutWork(Overlay overlay) {
    assertThat(scaledObject(overlay).at("/spec/minReplicaCount").asInt()).isZero();
  }

  /** With none, a message in a queue that has no trigger would wait for ever. */
  @ParameterizedTest
  @MethodSource("scaled")
  void everyQueueThatWorkersConsumeWakesThem(Overlay overlay) {
    assertThat(triggers(overlay))
        .allSatisfy(
            trigger ->
                assertThat(trigger)
                    .containsAllEntriesOf(
                        Map.of("protocol", "http", "mode", "QueueLength", "vhostName", "/")))
        .extracting(trigger -> trigger.getOrDefault("queueName", ""))
        .containsExactlyInAnyOrderElementsOf(consumedByWorkers());
  }

  /** Workers that nothing woke are missed only if something waits for them. */
  @Test
  void theAlertOfMissingWorkersKnowsTheSameQueues() {
    String alerts = SourceTree.read(SourceTree.root().resolve("observability/rules/alerts.yml"));
    String alert = alerts.substring(alerts.indexOf("alert: WarrenServiceDown"));
    String queues =
        Pattern.compile("queue:rabbitmq_messages_ready:max\\{queue=~\"([^\"]+)\"}")
            .matcher(alert.substring(0, alert.indexOf("- alert: ")))
            .results()
            .map(selector -> selector.group(1).replace("\\\\", "\\"))
            .collect(Collectors.joining("|"));

    assertThat(queues().filter(queue -> queue.matches(queues)))
        .containsExactlyInAnyOrderElementsOf(consumedByWorkers());
  }

  @ParameterizedTest
  @MethodSource("scaled")
  void nothingElseSetsTheNumberOfWorkers(Overlay overlay) {
    assertThat(overlay.ofKind("HorizontalPodAutoscaler")).isEmpty();
    assertThat(rendered(overlay))
        .allSatisfy(worker -> assertThat(worker.at("/spec").has("replicas")).isFalse());
  }

  /** KEDA takes all of the file for the password. */
  @Test
  void theDemosPasswordEndsWithoutALineBreak() {
    assertThat(Overlay.composed("keda").find("Secret", "autoscaler-broker-user").orElseThrow())
        .extracting(secret -> secret.text("/stringData/password"))
        .asString()
        .isNotEmpty()
        .doesNotContainAnyWhitespaces();
  }

  private static Manifest scaledObject(Overlay overlay) {
    return overlay.find("ScaledObject", "worker-service").orElseThrow();
  }

  private static List<Map<String, String>> triggers(Overlay overlay) {
    return scaledObject(overlay)
        .at("/spec/triggers")
        .valueStream()
        .map(trigger -> Pod.strings(trigger.path("metadata")))
        .toList();
  }

  /** What the user of the worker may read. */
  private static List<String> consumedByWorkers() {
    String readable =
        DEFINITIONS
            .get("permissions")
            .valueStream()
            .filter(permission -> permission.get("user").asString().equals("worker"))
            .map(permission -> permission.get("read").asString())
            .findFirst()
            .orElseThrow();
    return queues().filter(queue -> queue.matches(readable)).toList();
  }

  private static Stream<String> queues() {
    return DEFINITIONS.get("queues").valueStream().map(queue -> queue.get("name").asString());
  }

  /** The patch that removes the number is applied by kubectl. */
  private static List<Manifest> rendered(Overlay overlay) {
    return Stream.of(overlay)
        .filter(one -> one.origin().equals("kubectl"))
        .flatMap(one -> one.find("Deployment", "worker-service").stream())
        .toList();
  }
}

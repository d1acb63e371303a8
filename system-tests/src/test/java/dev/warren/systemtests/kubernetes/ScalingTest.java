package dev.warren.systemtests.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Workers follow the backlog of {@code task_queue}, and nothing else sets their number. */
class ScalingTest {

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
  void upToTwentyWorkersAndNoneWithoutTasks(Overlay overlay) {
    Manifest scaled = overlay.ofKind("ScaledObject").findFirst().orElseThrow();
    assertThat(scaled.at("/spec/minReplicaCount").asInt()).isZero();
    assertThat(scaled.at("/spec/maxReplicaCount").asInt()).isEqualTo(20);
    assertThat(Pod.strings(scaled.at("/spec/triggers/0/metadata")))
        .containsAllEntriesOf(
            Map.of(
                "queueName", "task_queue",
                "protocol", "http",
                "mode", "QueueLength",
                "value", "5"));
  }

  @ParameterizedTest
  @MethodSource("scaled")
  void nothingElseSetsTheNumberOfWorkers(Overlay overlay) {
    assertThat(overlay.ofKind("HorizontalPodAutoscaler")).isEmpty();
    assertThat(rendered(overlay))
        .allSatisfy(worker -> assertThat(worker.at("/spec").has("replicas")).isFalse());
  }

  /** The patch that removes the number is applied by kubectl. */
  private static List<Manifest> rendered(Overlay overlay) {
    return Stream.of(overlay)
        .filter(one -> one.origin().equals("kubectl"))
        .flatMap(one -> one.find("Deployment", "worker-service").stream())
        .toList();
  }
}

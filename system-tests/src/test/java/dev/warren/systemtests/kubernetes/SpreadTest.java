package dev.warren.systemtests.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No node or zone has all replicas of a service, and no drain takes more than one at once. */
class SpreadTest {

  static Stream<Arguments> services() {
    return Overlay.all().stream()
        .flatMap(
            overlay ->
                Stream.of(
                        "producer-service",
                        "worker-service",
                        "log-subscriber-service",
                        "rpc-fib-service")
                    .map(service -> Arguments.of(overlay, service)));
  }

  @ParameterizedTest
  @MethodSource("services")
  void aDrainTakesOneReplicaAtATime(Overlay overlay, String service) {
    Pod pod = pod(overlay, service);
    assertThat(overlay.ofKind("PodDisruptionBudget"))
        .filteredOn(budget -> pod.isPickedBy(budget.at("/spec/selector")))
        .singleElement()
        .extracting(budget -> budget.at("/spec/maxUnavailable").asInt())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("services")
  void replicasAreSpreadOverNodesAndZones(Overlay overlay, String service) {
    Pod pod = pod(overlay, service);
    assertThat(pod.spec().path("topologySpreadConstraints").valueStream())
        .filteredOn(spread -> pod.isPickedBy(spread.path("labelSelector")))
        .extracting(spread -> spread.path("topologyKey").asString())
        .containsExactlyInAnyOrderElementsOf(
            List.of("kubernetes.io/hostname", "topology.kubernetes.io/zone"));
  }

  private static Pod pod(Overlay overlay, String service) {
    return overlay.find("Deployment", service).flatMap(Pod::of).orElseThrow();
  }
}

package dev.warren.systemtests.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class PodPolicyTest {

  static List<Overlay> overlays() {
    return Overlay.all();
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void everyPodKeepsThePolicy(Overlay overlay) {
    assertThat(overlay.pods()).hasSizeGreaterThan(4);
    assertThat(overlay.pods())
        .allSatisfy(pod -> assertThat(PodPolicy.violations(pod)).as(pod.owner().name()).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void theNamespaceEnforcesTheRestrictedLevel(Overlay overlay) {
    assertThat(overlay.ofKind("Namespace"))
        .singleElement()
        .satisfies(
            namespace ->
                assertThat(Pod.strings(namespace.at("/metadata/labels")))
                    .containsEntry("pod-security.kubernetes.io/enforce", "restricted"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', automountServiceAccountToken, gets a token",
    "'', serviceAccountName, has no account of its own",
    "'', enableServiceLinks, is told of every Service",
    "'', terminationGracePeriodSeconds, has no grace period",
    "/securityContext, runAsNonRoot, runs as root",
    "/securityContext, runAsUser, has no numeric user",
    "/securityContext, seccompProfile, has no seccomp profile",
    "/containers/0, startupProbe, has no startup probe",
    "/containers/0, readinessProbe, has no readiness probe",
    "/containers/0, livenessProbe, has no liveness probe",
    "/containers/0/resources, limits, has no limits",
    "/containers/0/resources/requests, memory, has no requests",
    "/containers/0/securityContext, allowPrivilegeEscalation, may gain privileges",
    "/containers/0/securityContext, readOnlyRootFilesystem, may write to its root",
    "/containers/0/securityContext, capabilities, keeps capabilities",
    "/containers/0, volumeMounts, has no folder for temporary files",
  })
  void whatIsMissingIsNamed(String where, String field, String violation) {
    Pod worker = worker();
    ((ObjectNode) worker.spec().at(where)).remove(field);
    assertThat(PodPolicy.violations(worker))
        .containsExactly("Deployment worker-service: " + violation);
  }

  @Test
  void whatMustNotBeThereIsNamed() {
    Pod worker = worker();
    ObjectNode container = (ObjectNode) worker.spec().at("/containers/0");
    ((ObjectNode) worker.spec()).put("hostNetwork", true);
    ((ArrayNode) worker.spec().path("volumes")).addObject().putObject("hostPath");
    ((ObjectNode) container.at("/securityContext/capabilities")).putArray("add").add("CHOWN");
    ((ObjectNode) container.at("/livenessProbe/httpGet")).put("path", "/actuator/health");
    ((ArrayNode) container.path("env")).addObject().put("name", "WARREN_RABBITMQ_PASSWORD");
    assertThat(PodPolicy.violations(worker))
        .map(violation -> violation.replaceFirst(".*: ", ""))
        .containsExactlyInAnyOrder(
            "shares the host's namespaces",
            "mounts the host's files",
            "adds capabilities",
            "has a password in its environment",
            "lives by its broker");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rabbitmq", "rabbitmq:latest", "registry:5000/rabbitmq", ""})
  void anImageWithoutAVersionIsNamed(String image) {
    Pod worker = worker();
    JsonNode container = worker.spec().at("/containers/0");
    ((ObjectNode) container).put("image", image);
    assertThat(PodPolicy.violations(worker)).singleElement().asString().endsWith("no fixed image");
  }

  private static Pod worker() {
    return Overlay.composed("dev")
        .find("Deployment", "worker-service")
        .flatMap(Pod::of)
        .orElseThrow();
  }
}

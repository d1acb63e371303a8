package dev.warren.systemtests.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class ModelTest {

  static List<Overlay> overlays() {
    return Overlay.all();
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void everyDocumentIsOfItsKindsModel(Overlay overlay) {
    assertThat(overlay.documents()).isNotEmpty();
    assertThat(overlay.documents())
        .allSatisfy(document -> assertThat(problem(document)).as(document.toString()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "Deployment, /spec, replica",
    "Deployment, /spec/template/spec, volumess",
    "Deployment, /spec/template/spec/containers/0, livenesProbe",
    "Deployment, /spec/template/spec/containers/0/securityContext, runAsNonroot",
    "Deployment, /spec/template/spec/containers/0/readinessProbe/httpGet, uri",
    "Service, /spec/ports/0, nodeport",
    "NetworkPolicy, /spec, policyType",
    "PodDisruptionBudget, /spec, maxUnavailabe",
    "StatefulSet, /spec/volumeClaimTemplates/0/spec, accessMode",
    "ServiceAccount, '', automountToken",
    "Namespace, /metadata, label",
    "RabbitmqCluster, /spec, replica",
    "RabbitmqCluster, /spec/override/statefulSet/spec/template/spec, securitycontext",
    "RabbitmqCluster, /spec/resources, limit",
    "Queue, /spec, autodelete",
    "Policy, /spec, apply-to",
    "User, /spec, importCredentials",
    "User, /spec/limits, max-channels",
    "Vhost, /spec/limits, max-queues",
    "Permission, /spec/permissions, writes",
    "ScaledObject, /spec, minReplicas",
    "ScaledObject, /spec/triggers/0/metadata, queueLengths",
    "TriggerAuthentication, /spec/secretTargetRef/0, secret",
    "PodMonitor, /spec/podMetricsEndpoints/0, targetLabels",
    "PrometheusRule, /spec/groups/0/rules/0, severity",
  })
  void anUnknownFieldIsAProblem(String kind, String where, String field) {
    Manifest manifest =
        Stream.of("dev", "production")
            .flatMap(overlay -> Overlay.composed(overlay).ofKind(kind))
            .findFirst()
            .orElseThrow();
    ((ObjectNode) manifest.at(where)).put(field, "x");
    assertThat(problem(manifest)).hasValueSatisfying(said -> assertThat(said).contains(field));
  }

  private static Optional<String> problem(Manifest document) {
    if (KubernetesModel.knows(document)) {
      return KubernetesModel.problem(document);
    }
    return Stream.of(KubernetesModel.problemWithin(document), CustomResources.problem(document))
        .flatMap(Optional::stream)
        .findFirst();
  }
}

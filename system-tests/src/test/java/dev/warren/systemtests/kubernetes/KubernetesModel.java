package dev.warren.systemtests.kubernetes;

import static java.util.Map.entry;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1ResourceRequirements;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscalerBehavior;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Kubernetes' model, from its own Java client: an unknown field, a missing one and one of another
 * type are errors.
 *
 * @see <a href="https://github.com/kubernetes-client/java">Kubernetes' Java client</a>
 */
final class KubernetesModel {

  private static final Map<String, Check> KINDS =
      Map.ofEntries(
          entry("v1 ConfigMap", V1ConfigMap::validateJsonElement),
          entry("v1 Namespace", V1Namespace::validateJsonElement),
          entry("v1 Secret", V1Secret::validateJsonElement),
          entry("v1 Service", V1Service::validateJsonElement),
          entry("v1 ServiceAccount", V1ServiceAccount::validateJsonElement),
          entry("apps/v1 Deployment", V1Deployment::validateJsonElement),
          entry("apps/v1 StatefulSet", V1StatefulSet::validateJsonElement),
          entry("networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::validateJsonElement),
          entry("policy/v1 PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement));

  /** The parts of other kinds that are Kubernetes' own. */
  private static final Map<String, Check> EMBEDDED =
      Map.of(
          "/metadata", V1ObjectMeta::validateJsonElement,
          "/spec/resources", V1ResourceRequirements::validateJsonElement,
          "/spec/override/statefulSet/spec/template/spec", V1PodSpec::validateJsonElement,
          "/spec/advanced/horizontalPodAutoscalerConfig/behavior",
              V2HorizontalPodAutoscalerBehavior::validateJsonElement);

  private KubernetesModel() {}

  static boolean knows(Manifest manifest) {
    return KINDS.containsKey(type(manifest));
  }

  /** What is wrong with a document of a kind that it knows; the first thing only. */
  static Optional<String> problem(Manifest manifest) {
    Check check = KINDS.get(type(manifest));
    if (check == null) {
      return Optional.of("unknown: " + type(manifest));
    }
    return check.problem(manifest.content());
  }

  /** What is wrong with Kubernetes' own parts of a document of another kind. */
  static Optional<String> problemWithin(Manifest manifest) {
    return EMBEDDED.entrySet().stream()
        .filter(part -> !manifest.at(part.getKey()).isMissingNode())
        .flatMap(part -> part.getValue().problem(manifest.at(part.getKey())).stream())
        .findFirst();
  }

  private static String type(Manifest manifest) {
    return manifest.text("/apiVersion") + " " + manifest.kind();
  }

  private interface Check {

    void accept(JsonElement element) throws IOException;

    default Optional<String> problem(JsonNode node) {
      try {
        accept(JsonParser.parseString(node.toString()));
        return Optional.empty();
      } catch (IllegalArgumentException | IOException e) {
        return Optional.of(String.valueOf(e.getMessage()));
      }
    }
  }
}

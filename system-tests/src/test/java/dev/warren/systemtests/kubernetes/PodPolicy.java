package dev.warren.systemtests.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What every pod has to be: the {@code restricted} level of the Pod Security Standards, and a
 * read-only root, limits, probes, a fixed image and no token besides.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted">restricted</a>
 */
final class PodPolicy {

  private static final Map<String, Predicate<JsonNode>> OF_PODS =
      Map.of(
          "runs as root", spec -> is(spec, "/securityContext/runAsNonRoot", "true"),
          "has no numeric user", spec -> spec.at("/securityContext/runAsUser").asInt(0) > 0,
          "has no seccomp profile",
              spec -> is(spec, "/securityContext/seccompProfile/type", "RuntimeDefault"),
          "gets a token", spec -> is(spec, "/automountServiceAccountToken", "false"),
          "shares the host's namespaces",
              spec -> Stream.of("hostNetwork", "hostPID", "hostIPC").noneMatch(spec::has),
          "mounts the host's files",
              spec ->
                  spec.path("volumes").valueStream().noneMatch(volume -> volume.has("hostPath")));

  /** What the Cluster Operator decides for its pods, and the documents for all others. */
  private static final Map<String, Predicate<JsonNode>> OF_OUR_PODS =
      Map.of(
          "has no account of its own", spec -> spec.has("serviceAccountName"),
          "is told of every Service", spec -> is(spec, "/enableServiceLinks", "false"),
          "has no grace period", spec -> spec.has("terminationGracePeriodSeconds"));

  private static final Map<String, Predicate<JsonNode>> OF_CONTAINERS =
      Map.of(
          "may gain privileges",
              container -> is(container, "/securityContext/allowPrivilegeEscalation", "false"),
          "may write to its root",
              container -> is(container, "/securityContext/readOnlyRootFilesystem", "true"),
          "has no folder for temporary files", PodPolicy::hasTmp,
          "keeps capabilities",
              container -> is(container, "/securityContext/capabilities/drop/0", "ALL"),
          "adds capabilities",
              container -> container.at("/securityContext/capabilities/add").isMissingNode(),
          "has a password in its environment", PodPolicy::readsPasswordsFromFiles);

  private static final Map<String, Predicate<JsonNode>> OF_OUR_CONTAINERS =
      Map.of(
          "has no fixed image", container -> fixed(container.path("image").asString("")),
          "has no requests", container -> bounded(container.at("/resources/requests")),
          "has no limits", container -> bounded(container.at("/resources/limits")),
          "has no startup probe", container -> container.has("startupProbe"),
          "has no readiness probe", container -> container.has("readinessProbe"),
          "has no liveness probe", container -> container.has("livenessProbe"),
          "lives by its broker", PodPolicy::livesWithoutBroker);

  private PodPolicy() {}

  /** What is wrong with a pod, such as {@code Deployment worker-service: gets a token}. */
  static List<String> violations(Pod pod) {
    JsonNode spec = pod.spec();
    List<JsonNode> containers =
        Stream.of("containers", "initContainers")
            .flatMap(list -> spec.path(list).valueStream())
            .toList();
    if (containers.isEmpty()) {
      return List.of(pod.owner() + ": has no containers");
    }
    return Stream.concat(
            violations(pod.operated() ? Set.of(OF_PODS) : Set.of(OF_PODS, OF_OUR_PODS), spec),
            containers.stream().flatMap(container -> violations(rulesOfContainers(pod), container)))
        .map(violation -> pod.owner() + ": " + violation)
        .toList();
  }

  private static Set<Map<String, Predicate<JsonNode>>> rulesOfContainers(Pod pod) {
    return pod.operated() ? Set.of(OF_CONTAINERS) : Set.of(OF_CONTAINERS, OF_OUR_CONTAINERS);
  }

  private static Stream<String> violations(
      Set<Map<String, Predicate<JsonNode>>> rules, JsonNode node) {
    return rules.stream()
        .flatMap(set -> set.entrySet().stream())
        .filter(rule -> !rule.getValue().test(node))
        .map(Map.Entry::getKey);
  }

  private static boolean is(JsonNode node, String pointer, String value) {
    return node.at(pointer).asString("").equals(value);
  }

  /** Whether an image names a version: a tag that is not {@code latest}, or a digest. */
  static boolean fixed(String image) {
    return image.matches(".+(?::[^:/]+|@sha256:[0-9a-f]{64})") && !image.endsWith(":latest");
  }

  private static boolean hasTmp(JsonNode container) {
    return container
        .path("volumeMounts")
        .valueStream()
        .anyMatch(mount -> mount.path("mountPath").asString().equals("/tmp"));
  }

  private static boolean readsPasswordsFromFiles(JsonNode container) {
    return container
        .path("env")
        .valueStream()
        .noneMatch(variable -> variable.path("name").asString().endsWith("PASSWORD"));
  }

  private static boolean bounded(JsonNode resources) {
    return resources.has("cpu") && resources.has("memory");
  }

  /** A restart does not bring the broker back, so liveness must not ask for it. */
  private static boolean livesWithoutBroker(JsonNode container) {
    return Stream.of("/livenessProbe", "/startupProbe")
        .map(probe -> container.at(probe + "/httpGet/path"))
        .allMatch(path -> path.isMissingNode() || path.asString().equals("/livez"));
  }
}

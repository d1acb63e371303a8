package dev.warren.systemtests.kubernetes;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a document names: is it there? */
final class References {

  private final Overlay overlay;

  References(Overlay overlay) {
    this.overlay = overlay;
  }

  /** Names that lead nowhere; Secrets are left to {@link #missingSecrets}. */
  List<String> problems() {
    return Stream.of(
            overlay.pods().stream().flatMap(this::ofPod),
            overlay.ofKind("ScaledObject").flatMap(this::ofScaledObject),
            overlay.documents().stream().flatMap(this::ofTopology))
        .flatMap(problems -> problems)
        .toList();
  }

  /** The Secrets that the overlay names and does not bring: whoever applies it creates them. */
  Set<String> missingSecrets() {
    return Stream.concat(
            overlay.pods().stream().flatMap(pod -> secretsOf(pod.spec())),
            overlay.documents().stream()
                .flatMap(document -> document.at("/spec/secretTargetRef").valueStream())
                .map(reference -> reference.path("name").asString()))
        .filter(name -> !overlay.has("Secret", name))
        .collect(Collectors.toSet());
  }

  private static Stream<String> secretsOf(JsonNode spec) {
    return Stream.of(
            spec.findValues("secretKeyRef").stream().map(reference -> reference.path("name")),
            spec.findValues("secretRef").stream().map(reference -> reference.path("name")),
            spec.path("volumes").valueStream().map(volume -> volume.at("/secret/secretName")),
            spec.path("volumes")
                .valueStream()
                .flatMap(volume -> volume.at("/projected/sources").valueStream())
                .map(source -> source.at("/secret/name")))
        .flatMap(names -> names)
        .filter(JsonNode::isString)
        .map(JsonNode::asString);
  }

  private Stream<String> ofPod(Pod pod) {
    if (pod.operated()) {
      return Stream.empty();
    }
    return Stream.of(
            absent("ServiceAccount", pod.spec().path("serviceAccountName").asString()),
            pod.spec().findValues("configMapRef").stream().flatMap(this::absentConfigMap),
            pod.spec().findValues("configMapKeyRef").stream().flatMap(this::absentConfigMap),
            pod.spec().findValues("configMap").stream().flatMap(this::absentConfigMap),
            unmounted(pod))
        .flatMap(problems -> problems)
        .map(problem -> pod.owner() + ": " + problem);
  }

  private Stream<String> absentConfigMap(JsonNode reference) {
    String name = reference.path("name").asString();
    Stream<String> absentKeys =
        overlay.find("ConfigMap", name).stream()
            .flatMap(
                map ->
                    reference
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("key").asString())
                        .filter(key -> !map.at("/data").has(key)))
            .map(key -> "ConfigMap " + name + " has no " + key);
    return Stream.concat(absent("ConfigMap", name), absentKeys);
  }

  private static Stream<String> unmounted(Pod pod) {
    Set<String> volumes =
        Stream.concat(
                pod.spec().path("volumes").valueStream(),
                pod.owner()
                    .at("/spec/volumeClaimTemplates")
                    .valueStream()
                    .map(claim -> claim.path("metadata")))
            .map(volume -> volume.path("name").asString())
            .collect(Collectors.toSet());
    return pod.spec()
        .path("containers")
        .valueStream()
        .flatMap(container -> container.path("volumeMounts").valueStream())
        .map(mount -> mount.path("name").asString())
        .filter(mount -> !volumes.contains(mount))
        .map(mount -> "no volume " + mount);
  }

  private Stream<String> ofScaledObject(Manifest scaled) {
    return Stream.of(
            absent("Deployment", scaled.text("/spec/scaleTargetRef/name")),
            scaled
                .at("/spec/triggers")
                .valueStream()
                .map(trigger -> trigger.at("/authenticationRef/name").asString())
                .flatMap(name -> absent("TriggerAuthentication", name)))
        .flatMap(problems -> problems)
        .map(problem -> scaled + ": " + problem);
  }

  private Stream<String> ofTopology(Manifest document) {
    JsonNode cluster = document.at("/spec/rabbitmqClusterReference/name");
    JsonNode user = document.at("/spec/userReference/name");
    return Stream.concat(
            cluster.isMissingNode()
                ? Stream.empty()
                : absent("RabbitmqCluster", cluster.asString()),
            user.isMissingNode() ? Stream.empty() : absent("User", user.asString()))
        .map(problem -> document + ": " + problem);
  }

  private Stream<String> absent(String kind, String name) {
    return overlay.has(kind, name) ? Stream.empty() : Stream.of("no " + kind + " " + name);
  }
}

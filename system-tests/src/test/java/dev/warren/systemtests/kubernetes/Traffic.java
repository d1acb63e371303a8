package dev.warren.systemtests.kubernetes;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What the NetworkPolicies of an overlay let through for one of its pods. A policy that picks a pod
 * only ever adds to what it may do.
 */
record Traffic(Overlay overlay, Pod pod) {

  /** The ports to which it may connect, such as {@code 5672} or {@code 6000-6500}. */
  Set<String> portsTo(Predicate<JsonNode> peer) {
    return ports("egress", "to", peer);
  }

  /** Its own ports to which others may connect. */
  Set<String> portsFrom(Predicate<JsonNode> peer) {
    return ports("ingress", "from", peer);
  }

  /** A peer in the same namespace. */
  static Predicate<JsonNode> anyLike(Pod pod) {
    return peer ->
        peer.has("podSelector")
            && !peer.has("namespaceSelector")
            && pod.isPickedBy(peer.path("podSelector"));
  }

  static Predicate<JsonNode> anyIn(String namespace) {
    return peer ->
        peer.at("/namespaceSelector/matchLabels/kubernetes.io~1metadata.name")
            .asString("")
            .equals(namespace);
  }

  static Predicate<JsonNode> anyAddress() {
    return peer -> peer.has("ipBlock");
  }

  private Set<String> ports(String direction, String peers, Predicate<JsonNode> peer) {
    return overlay
        .ofKind("NetworkPolicy")
        .filter(policy -> pod.isPickedBy(policy.at("/spec/podSelector")))
        .flatMap(policy -> policy.at("/spec/" + direction).valueStream())
        .filter(rule -> rule.path(peers).valueStream().anyMatch(peer))
        .flatMap(rule -> rule.path("ports").valueStream())
        .map(Traffic::range)
        .collect(Collectors.toSet());
  }

  private static String range(JsonNode port) {
    String first = port.path("port").asString();
    return port.has("endPort") ? first + "-" + port.path("endPort").asString() : first;
  }
}

package dev.warren.systemtests.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What picks pods by their labels, and their ports by name or number: does it pick any? */
final class Selectors {

  private final Overlay overlay;
  private final List<Pod> pods;

  Selectors(Overlay overlay) {
    this.overlay = overlay;
    this.pods = overlay.pods();
  }

  List<String> problems() {
    return Stream.of(
            overlay.documents().stream().flatMap(this::ofWorkload),
            overlay.ofKind("Service").flatMap(this::ofService),
            overlay.ofKind("PodDisruptionBudget").flatMap(this::ofBudget),
            overlay.ofKind("NetworkPolicy").flatMap(this::ofPolicy),
            overlay.ofKind("PodMonitor").flatMap(this::ofMonitor),
            overlay.pods().stream().flatMap(this::unguarded))
        .flatMap(problems -> problems)
        .toList();
  }

  private Stream<String> ofWorkload(Manifest owner) {
    return Pod.of(owner).stream()
        .filter(pod -> !pod.operated())
        .filter(pod -> !pod.isPickedBy(owner.at("/spec/selector")) || !isSpreadByItsLabels(pod))
        .map(pod -> owner + " does not select its own pods");
  }

  private static boolean isSpreadByItsLabels(Pod pod) {
    return pod.spec()
        .path("topologySpreadConstraints")
        .valueStream()
        .map(constraint -> constraint.path("labelSelector"))
        .allMatch(pod::isPickedBy);
  }

  private Stream<String> ofService(Manifest service) {
    JsonNode selector = Manifest.of(Map.of("matchLabels", service.at("/spec/selector"))).content();
    Stream<String> ports =
        service.at("/spec/ports").valueStream().map(port -> port.path("targetPort").asString());
    return Stream.concat(picksNone(service, selector), unknownPorts(service, selector, ports));
  }

  private Stream<String> ofBudget(Manifest budget) {
    return picksNone(budget, budget.at("/spec/selector"));
  }

  private Stream<String> ofMonitor(Manifest monitor) {
    Stream<String> ports =
        monitor
            .at("/spec/podMetricsEndpoints")
            .valueStream()
            .map(endpoint -> endpoint.path("port").asString());
    JsonNode selector = monitor.at("/spec/selector");
    return Stream.concat(picksNone(monitor, selector), unknownPorts(monitor, selector, ports));
  }

  private Stream<String> ofPolicy(Manifest policy) {
    JsonNode selector = policy.at("/spec/podSelector");
    Stream<String> incoming =
        policy
            .at("/spec/ingress")
            .valueStream()
            .flatMap(rule -> rule.path("ports").valueStream())
            .map(port -> port.path("port").asString());
    return Stream.of(
            picksNone(policy, selector),
            unknownPorts(policy, selector, incoming),
            peers(policy, "ingress", "from"),
            peers(policy, "egress", "to"))
        .flatMap(problems -> problems);
  }

  /** Pods elsewhere are not ours to know. */
  private Stream<String> peers(Manifest policy, String direction, String list) {
    return policy
        .at("/spec/" + direction)
        .valueStream()
        .flatMap(rule -> rule.path(list).valueStream())
        .filter(peer -> !peer.has("namespaceSelector"))
        .flatMap(peer -> picksNone(policy, peer.path("podSelector")));
  }

  private Stream<String> unguarded(Pod pod) {
    boolean single = pod.owner().is("StatefulSet");
    boolean guarded =
        overlay
            .ofKind("PodDisruptionBudget")
            .anyMatch(budget -> pod.isPickedBy(budget.at("/spec/selector")));
    return single || guarded
        ? Stream.empty()
        : Stream.of(pod.owner() + " has no disruption budget");
  }

  private Stream<String> picksNone(Manifest owner, JsonNode selector) {
    return pods.stream().anyMatch(pod -> pod.isPickedBy(selector))
        ? Stream.empty()
        : Stream.of(owner + " picks no pod: " + selector);
  }

  private Stream<String> unknownPorts(Manifest owner, JsonNode selector, Stream<String> ports) {
    return ports
        .filter(
            port ->
                !pods.stream()
                    .filter(pod -> pod.isPickedBy(selector))
                    .allMatch(pod -> pod.ports().contains(port)))
        .map(port -> owner + " names a port that its pods do not have: " + port);
  }
}

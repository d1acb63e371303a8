package dev.warren.systemtests.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.SourceTree;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What has to get through the NetworkPolicies, which stop everything that they do not name. */
class ReachabilityTest {

  private static final List<String> CALLED = List.of("producer-service", "log-subscriber-service");

  private static final String NAMESPACE = "/metadata/namespace";

  private static final String[] BETWEEN_NODES = {"4369", "25672", "35672-35682", "6000-6500"};

  static List<Overlay> overlays() {
    return Overlay.all();
  }

  static Stream<Overlay> clustered() {
    return Overlay.all().stream().filter(overlay -> overlay.has("RabbitmqCluster", "rabbitmq"));
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void whatNoPolicyNamesIsStoppedInEveryNamespaceWithPods(Overlay overlay) {
    assertThat(overlay.pods())
        .extracting(pod -> pod.owner().text(NAMESPACE))
        .isNotEmpty()
        .isSubsetOf(
            overlay
                .ofKind("NetworkPolicy")
                .filter(ReachabilityTest::stopsAll)
                .map(policy -> policy.text(NAMESPACE))
                .toList());
  }

  private static boolean stopsAll(Manifest policy) {
    JsonNode spec = policy.at("/spec");
    return spec.path("podSelector").isEmpty()
        && spec.path("policyTypes")
            .valueStream()
            .map(JsonNode::asString)
            .toList()
            .containsAll(List.of("Ingress", "Egress"))
        && spec.path("ingress").isEmpty()
        && spec.path("egress").isEmpty();
  }

  /**
   * The port mapper, the nodes themselves, command line tools that another node answers, and the
   * replicas of streams.
   *
   * @see <a href="https://www.rabbitmq.com/docs/networking#ports">Networking</a>
   */
  @ParameterizedTest
  @MethodSource("clustered")
  void nodesOfTheBrokerTalkAndReplicateStreams(Overlay overlay) {
    Pod node = overlay.pods().stream().filter(Pod::operated).findFirst().orElseThrow();
    Traffic traffic = new Traffic(overlay, node);
    assertThat(traffic.portsFrom(Traffic.anyLike(node))).contains(BETWEEN_NODES);
    assertThat(traffic.portsTo(Traffic.anyLike(node))).contains(BETWEEN_NODES);
  }

  @Test
  void whoIsCalledReachesTheIssuerOfTokens() {
    URI issuer = URI.create(setting("jwt", "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI"));
    assertThat(setting("jwt", "WARREN_SECURITY_MODE")).isEqualTo("jwt");
    assertThat(issuer).hasScheme("https").hasNoPort();
    Overlay overlay = Overlay.best("jwt");
    assertThat(overlay.pods())
        .filteredOn(pod -> CALLED.contains(pod.owner().name()))
        .hasSameSizeAs(CALLED)
        .extracting(pod -> new Traffic(overlay, pod).portsTo(Traffic.anyAddress()))
        .allSatisfy(ports -> assertThat(ports).containsExactly("443"));
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void nobodyElseLeavesTheCluster(Overlay overlay) {
    assertThat(overlay.pods())
        .filteredOn(pod -> !overlay.name().equals("jwt") || !CALLED.contains(pod.owner().name()))
        .extracting(pod -> new Traffic(overlay, pod).portsTo(Traffic.anyAddress()))
        .allSatisfy(ports -> assertThat(ports).isEmpty());
  }

  @Test
  void everyServiceReachesTheCollectorOfTraces() {
    URI collector = URI.create(setting("tracing", "WARREN_OTLP_ENDPOINT"));
    String namespace = collector.getHost().split("\\.", 3)[1];
    assertThat(setting("tracing", "WARREN_TRACING")).isEqualTo("true");
    Overlay overlay = Overlay.best("tracing");
    assertThat(overlay.pods())
        .filteredOn(pod -> pod.owner().is("Deployment"))
        .hasSize(4)
        .extracting(pod -> new Traffic(overlay, pod).portsTo(Traffic.anyIn(namespace)))
        .allSatisfy(
            ports -> assertThat(ports).containsExactly(String.valueOf(collector.getPort())));
  }

  /** A patch is applied by kubectl. */
  @ParameterizedTest
  @ValueSource(strings = {"jwt", "tracing"})
  void theServicesAreToldOfIt(String name) {
    assertThat(Stream.of(Overlay.best(name)).filter(one -> one.origin().equals("kubectl")))
        .flatMap(Overlay::documents)
        .filteredOn(document -> document.name().startsWith("warren-settings"))
        .allSatisfy(
            map -> assertThat(Pod.strings(map.at("/data"))).containsAllEntriesOf(settings(name)));
  }

  private static String setting(String component, String variable) {
    return settings(component).getOrDefault(variable, "");
  }

  /** What a component puts into the settings of all services. */
  private static Map<String, String> settings(String component) {
    return Kustomization.in(SourceTree.root().resolve("k8s/components").resolve(component))
        .content()
        .at("/patches")
        .valueStream()
        .flatMap(patch -> Manifest.parse(patch.path("patch").asString()).stream())
        .flatMap(patch -> patch.content().valueStream())
        .collect(
            Collectors.toMap(
                change -> change.path("path").asString().replace("/data/", ""),
                change -> change.path("value").asString()));
  }
}

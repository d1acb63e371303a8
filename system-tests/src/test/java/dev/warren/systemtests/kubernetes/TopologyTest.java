package dev.warren.systemtests.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import dev.warren.systemtests.sources.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the operators make of {@code k8s/overlays/operator} is what {@code broker} describes. */
class TopologyTest {

  private static final Path BROKER = SourceTree.root().resolve("broker");

  /** Definitions are resources; the others the Cluster Operator sets itself. */
  private static final Pattern NOT_FOR_OPERATORS =
      Pattern.compile("load_definitions|cluster_formation\\..*|cluster_partition_handling");

  private static final Set<String> ALWAYS_ENABLED =
      Set.of("rabbitmq_management", "rabbitmq_prometheus", "rabbitmq_peer_discovery_k8s");

  private final Overlay operator = Overlay.best("operator");
  private final JsonNode definitions =
      Manifest.parse(SourceTree.read(BROKER.resolve("definitions.json"))).get(0).content();

  /** What a broker of an older version could not load. */
  private final List<JsonNode> newer =
      Stream.of("definitions-4.0.json", "definitions-4.3.json")
          .map(file -> Manifest.parse(SourceTree.read(BROKER.resolve(file))).get(0).content())
          .toList();

  @Test
  void queuesAreThoseOfTheDefinitions() {
    assertThat(resources("Queue", "name", "vhost", "durable", "autoDelete", "type"))
        .containsExactlyInAnyOrderElementsOf(
            defined(
                "queues", "name", "vhost", "durable", "auto_delete", "/arguments/x-queue-type"));
  }

  @Test
  void exchangesAreThoseOfTheDefinitions() {
    assertThat(resources("Exchange", "name", "vhost", "type", "durable", "autoDelete"))
        .containsExactlyInAnyOrderElementsOf(
            defined("exchanges", "name", "vhost", "type", "durable", "auto_delete"));
  }

  @Test
  void bindingsAreThoseOfTheDefinitions() {
    assertThat(
            resources("Binding", "vhost", "source", "destination", "destinationType", "routingKey"))
        .containsExactlyInAnyOrderElementsOf(
            defined(
                "bindings", "vhost", "source", "destination", "destination_type", "routing_key"));
  }

  @Test
  void policiesAreThoseOfTheDefinitions() {
    assertThat(resources("Policy", "name", "vhost", "pattern", "applyTo", "priority", "definition"))
        .containsExactlyInAnyOrderElementsOf(
            defined("policies", "name", "vhost", "pattern", "apply-to", "priority", "definition"));
  }

  @Test
  void usersAreThoseOfTheDefinitions() {
    List<String> users =
        definitions.get("users").valueStream().map(user -> user.get("name").asString()).toList();
    assertThat(operator.ofKind("User"))
        .allSatisfy(user -> assertThat(user.at("/spec/tags").isMissingNode()).isTrue())
        .extracting(Manifest::name)
        .containsExactlyInAnyOrderElementsOf(users);
  }

  @Test
  void limitsOfUsersAreThoseOfTheDefinitions() {
    assertThat(operator.ofKind("User"))
        .extracting(
            Manifest::name,
            user -> user.at("/spec/limits/connections"),
            user -> user.at("/spec/limits/channels"))
        .containsExactlyInAnyOrderElementsOf(
            definitions
                .get("users")
                .valueStream()
                .map(
                    user ->
                        tuple(
                            user.get("name").asString(),
                            user.at("/limits/max-connections"),
                            user.at("/limits/max-channels")))
                .toList());
  }

  @Test
  void limitsOfTheVirtualHostAreThoseOfTheDefinitions() {
    JsonNode limits = definitions.at("/parameters/0/value");
    assertThat(
            resources("Vhost", "name", "/limits/connections", "/limits/queues", "deletionPolicy"))
        .singleElement()
        .asInstanceOf(list(JsonNode.class))
        .extracting(JsonNode::asString)
        .containsExactly(
            definitions.at("/vhosts/0/name").asString(),
            limits.get("max-connections").asString(),
            limits.get("max-queues").asString(),
            "retain");
  }

  @Test
  void permissionsAreThoseOfTheDefinitions() {
    assertThat(
            resources(
                "Permission",
                "/userReference/name",
                "vhost",
                "/permissions/configure",
                "/permissions/write",
                "/permissions/read"))
        .containsExactlyInAnyOrderElementsOf(
            defined("permissions", "user", "vhost", "configure", "write", "read"));
  }

  @Test
  void settingsAreThoseOfTheBrokersFiles() {
    Map<String, String> expected =
        Stream.of("rabbitmq.conf", "conf.d/40-quorum-defaults.conf", "cluster/50-cluster.conf")
            .flatMap(file -> settings(SourceTree.read(BROKER.resolve(file))))
            .filter(setting -> !NOT_FOR_OPERATORS.matcher(setting.getKey()).matches())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    String config = cluster().text("/spec/rabbitmq/additionalConfig");
    assertThat(settings(config)).containsExactlyInAnyOrderElementsOf(expected.entrySet());
  }

  @Test
  void pluginsAreThoseOfTheBrokersFiles() {
    String enabled = SourceTree.read(BROKER.resolve("enabled_plugins"));
    assertThat(cluster().at("/spec/rabbitmq/additionalPlugins").valueStream())
        .extracting(JsonNode::asString)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(enabled.replaceAll("[\\[\\].\\s]", "").split(","))
                .filter(plugin -> !ALWAYS_ENABLED.contains(plugin))
                .toList());
  }

  @Test
  void threeNodesKeepAQuorumWhileOneIsAway() {
    assertThat(cluster().at("/spec/replicas").asInt()).isEqualTo(3);
    assertThat(operator.find("PodDisruptionBudget", "rabbitmq").orElseThrow())
        .extracting(budget -> budget.at("/spec/maxUnavailable").asInt())
        .isEqualTo(1);
  }

  private Manifest cluster() {
    return operator.find("RabbitmqCluster", "rabbitmq").orElseThrow();
  }

  private List<List<JsonNode>> resources(String kind, String... fields) {
    return operator.ofKind(kind).map(one -> values(one.at("/spec"), fields)).toList();
  }

  private List<List<JsonNode>> defined(String list, String... fields) {
    return Stream.concat(Stream.of(definitions), newer.stream())
        .flatMap(file -> file.path(list).valueStream())
        .map(one -> values(one, fields))
        .toList();
  }

  private static List<JsonNode> values(JsonNode node, String... fields) {
    return Stream.of(fields)
        .map(field -> node.at(field.startsWith("/") ? field : "/" + field))
        .toList();
  }

  private static Stream<Map.Entry<String, String>> settings(String file) {
    return file.lines()
        .map(line -> line.replaceFirst("#.*", "").split("=", 2))
        .filter(setting -> setting.length == 2)
        .map(setting -> Map.entry(setting[0].strip(), setting[1].strip()));
  }
}

package dev.warren.systemtests.kubernetes;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A pod that a document asks for.
 *
 * @param owner that document
 * @param labels its labels
 * @param ports the names and numbers of its ports
 * @param spec what is said of it
 */
record Pod(Manifest owner, Map<String, String> labels, Set<String> ports, JsonNode spec) {

  private static final String OPERATED_SPEC = "/spec/override/statefulSet/spec/template/spec";

  /**
   * Where a broker's pod of the Cluster Operator listens; from 6000 on for replicas of streams, and
   * from 35672 on for answers to its command line tools.
   */
  private static final Set<String> OPERATED_PORTS =
      Set.of(
          "4369",
          "25672",
          "35672",
          "6000",
          "amqp",
          "5672",
          "management",
          "15672",
          "prometheus",
          "15692");

  static Optional<Pod> of(Manifest owner) {
    return switch (owner.kind()) {
      case "Deployment", "StatefulSet" -> Optional.of(templated(owner));
      case "RabbitmqCluster" -> Optional.of(operated(owner));
      default -> Optional.empty();
    };
  }

  private static Pod templated(Manifest owner) {
    JsonNode template = owner.at("/spec/template");
    Set<String> ports =
        template
            .at("/spec/containers")
            .valueStream()
            .flatMap(container -> container.path("ports").valueStream())
            .flatMap(port -> port.propertyStream())
            .map(property -> property.getValue().asString())
            .collect(Collectors.toSet());
    return new Pod(owner, strings(template.at("/metadata/labels")), ports, template.path("spec"));
  }

  private static Pod operated(Manifest owner) {
    Map<String, String> labels = Map.of("app.kubernetes.io/name", owner.name());
    return new Pod(owner, labels, OPERATED_PORTS, owner.at(OPERATED_SPEC));
  }

  static Map<String, String> strings(JsonNode object) {
    return object
        .propertyStream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asString()));
  }

  /** Whether a selector with {@code matchLabels} or {@code matchExpressions} picks it. */
  boolean isPickedBy(JsonNode selector) {
    return labels.entrySet().containsAll(strings(selector.path("matchLabels")).entrySet())
        && selector.path("matchExpressions").valueStream().allMatch(this::satisfies);
  }

  private boolean satisfies(JsonNode expression) {
    if (!expression.path("operator").asString().equals("In")) {
      throw new IllegalArgumentException("only In is understood: " + expression);
    }
    String label = labels.getOrDefault(expression.path("key").asString(), "");
    return expression
        .path("values")
        .valueStream()
        .anyMatch(value -> value.asString().equals(label));
  }

  boolean operated() {
    return owner.is("RabbitmqCluster");
  }
}

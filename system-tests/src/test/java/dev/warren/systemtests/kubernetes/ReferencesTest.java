package dev.warren.systemtests.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class ReferencesTest {

  static List<Overlay> overlays() {
    return Overlay.all();
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void whatIsNamedIsThere(Overlay overlay) {
    assertThat(new References(overlay).problems()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void whatPicksPodsPicksSome(Overlay overlay) {
    assertThat(new Selectors(overlay).problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ServiceAccount worker-service, /metadata, no ServiceAccount worker-service",
    "ConfigMap worker-settings, /metadata, no ConfigMap worker-settings",
    "ConfigMap rabbitmq-files, /metadata, no ConfigMap rabbitmq-files",
    "StatefulSet rabbitmq, /spec/volumeClaimTemplates/0/metadata, no volume data",
    "StatefulSet rabbitmq, /spec/template/spec/volumes/0/projected/sources/0/configMap/items/0, has no renamed",
  })
  void aNameThatLeadsNowhereIsAProblem(String document, String where, String problem) {
    Overlay dev = Overlay.composed("dev");
    ObjectNode renamed = at(dev, document, where);
    renamed.put(renamed.has("key") ? "key" : "name", "renamed");
    assertThat(new References(dev).problems()).singleElement().asString().endsWith(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "Service producer-service, /spec/selector, app.kubernetes.io/name, picks no pod",
    "Service rabbitmq, /spec/ports/1, targetPort, names a port that its pods do not have: x",
    "Deployment worker-service, /spec/selector/matchLabels, app.kubernetes.io/name, own pods",
    "PodDisruptionBudget worker-service, /spec/selector/matchLabels, a, picks no pod",
    "NetworkPolicy services-reach-broker, /spec/podSelector/matchLabels, a, picks no pod",
    "NetworkPolicy services-reach-broker, /spec/egress/0/to/0/podSelector/matchLabels, a, picks no pod",
    "NetworkPolicy broker-accepts-services, /spec/ingress/0/ports/0, port, do not have: x",
  })
  void aSelectorThatPicksNothingIsAProblem(
      String document, String where, String field, String problem) {
    Overlay dev = Overlay.composed("dev");
    at(dev, document, where).put(field, "x");
    assertThat(new Selectors(dev).problems())
        .anySatisfy(said -> assertThat(said).contains(problem));
  }

  private static ObjectNode at(Overlay overlay, String document, String where) {
    String[] kindAndName = document.split(" ", 2);
    return (ObjectNode) overlay.find(kindAndName[0], kindAndName[1]).orElseThrow().at(where);
  }
}

package dev.warren.systemtests.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RenderingTest {

  static List<Overlay> overlays() {
    return Overlay.all();
  }

  static Stream<Kustomization> kustomizations() {
    return SourceTree.files("kustomization.yaml").stream()
        .map(Path::getParent)
        .map(Kustomization::in);
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void theDocumentsAreThoseOfTheFiles(Overlay overlay) {
    Overlay composed = Overlay.composed(overlay.name());
    assertThat(names(overlay)).containsExactlyInAnyOrderElementsOf(names(composed));
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void everythingIsInTheNamespace(Overlay overlay) {
    assertThat(overlay.documents())
        .filteredOn(document -> overlay.origin().equals("kubectl"))
        .filteredOn(document -> !document.is("Namespace"))
        .allSatisfy(
            document -> assertThat(document.text("/metadata/namespace")).isEqualTo("warren"));
  }

  @ParameterizedTest
  @MethodSource("kustomizations")
  void everyKustomizationHasKnownFields(Kustomization kustomization) {
    assertThat(CustomResources.problem(kustomization.content())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kustomizations")
  void aPasswordOfAKustomizationIsAFile(Kustomization kustomization) {
    assertThat(kustomization.content().at("/secretGenerator").valueStream())
        .flatMap(secret -> secret.path("literals").valueStream().toList())
        .allSatisfy(literal -> assertThat(literal.asString()).startsWith("username="));
  }

  @Test
  void everyManifestIsPartOfAnOverlay() {
    Set<String> reached =
        Overlay.all().stream()
            .filter(overlay -> overlay.origin().equals("files"))
            .flatMap(overlay -> names(overlay).stream())
            .collect(Collectors.toSet());
    assertThat(SourceTree.files(".yaml"))
        .filteredOn(file -> file.startsWith(SourceTree.root().resolve("k8s")))
        .filteredOn(file -> !file.endsWith("kustomization.yaml"))
        .isNotEmpty()
        .flatMap(file -> Manifest.parse(SourceTree.read(file)))
        .allSatisfy(document -> assertThat(reached).contains(document.toString()));
  }

  /** Without the hash that kustomize puts behind what it generates. */
  private static List<String> names(Overlay overlay) {
    return overlay.documents().stream()
        .map(document -> document.toString().replaceFirst("-[2456789bcdfghkmt]{10}$", ""))
        .toList();
  }
}

package dev.warren.systemtests.kubernetes;

import dev.warren.systemtests.sources.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one folder of {@code k8s/overlays} brings to a cluster.
 *
 * @param name the folder's name
 * @param origin who read it: this package, or kubectl
 * @param documents all of it
 */
record Overlay(String name, String origin, List<Manifest> documents) {

  private static final Path OVERLAYS = SourceTree.root().resolve("k8s/overlays");

  /**
   * Every overlay from its files, and each a second time as kubectl renders it, where it is
   * installed.
   */
  static List<Overlay> all() {
    return folders().stream()
        .flatMap(folder -> Stream.of(Optional.of(composed(folder)), rendered(folder)))
        .flatMap(Optional::stream)
        .toList();
  }

  static Overlay composed(String name) {
    return composed(OVERLAYS.resolve(name));
  }

  /** As a cluster would get it, if kubectl is there; otherwise from its files. */
  static Overlay best(String name) {
    Path folder = OVERLAYS.resolve(name);
    return rendered(folder).orElseGet(() -> composed(folder));
  }

  private static Overlay composed(Path folder) {
    List<Manifest> documents = Kustomization.in(folder).documents().toList();
    return new Overlay(folder.getFileName().toString(), "files", documents);
  }

  private static Optional<Overlay> rendered(Path folder) {
    String name = folder.getFileName().toString();
    return Kubectl.find().map(kubectl -> new Overlay(name, "kubectl", kubectl.render(folder)));
  }

  private static List<Path> folders() {
    try (Stream<Path> folders = Files.list(OVERLAYS)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Stream<Manifest> ofKind(String kind) {
    return documents.stream().filter(document -> document.is(kind));
  }

  List<Pod> pods() {
    return documents.stream().flatMap(document -> Pod.of(document).stream()).toList();
  }

  /** Whether there is such a document. */
  boolean has(String kind, String name) {
    return find(kind, name).isPresent();
  }

  Optional<Manifest> find(String kind, String name) {
    return ofKind(kind).filter(document -> document.name().equals(name)).findFirst();
  }

  @Override
  public String toString() {
    return name + " (" + origin + ")";
  }
}

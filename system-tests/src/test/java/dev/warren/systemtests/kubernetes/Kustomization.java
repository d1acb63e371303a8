package dev.warren.systemtests.kubernetes;

import dev.warren.systemtests.sources.SourceTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A folder with a {@code kustomization.yaml}: the documents that it composes, as they are in their
 * files. Names get no hash, patches are not applied; that is what {@link Kubectl} is asked for.
 *
 * @param folder the folder
 * @param content its {@code kustomization.yaml}
 */
record Kustomization(Path folder, Manifest content) {

  static Kustomization in(Path folder) {
    String yaml = SourceTree.read(folder.resolve("kustomization.yaml"));
    return new Kustomization(folder, Manifest.parse(yaml).get(0));
  }

  Stream<Manifest> documents() {
    return Stream.of(
            paths("resources").flatMap(Kustomization::documentsAt),
            paths("components").flatMap(Kustomization::documentsAt),
            generated("configMapGenerator", "ConfigMap", "data"),
            generated("secretGenerator", "Secret", "stringData"))
        .flatMap(documents -> documents);
  }

  private Stream<Path> paths(String list) {
    return content.at("/" + list).valueStream().map(path -> folder.resolve(path.asString()));
  }

  private static Stream<Manifest> documentsAt(Path path) {
    return Files.isDirectory(path)
        ? in(path.normalize()).documents()
        : Manifest.parse(SourceTree.read(path)).stream();
  }

  private Stream<Manifest> generated(String generator, String kind, String field) {
    return content
        .at("/" + generator)
        .valueStream()
        .map(
            source ->
                Manifest.of(
                    Map.of(
                        "apiVersion",
                        "v1",
                        "kind",
                        kind,
                        "metadata",
                        Map.of("name", source.path("name").asString()),
                        field,
                        entries(source))));
  }

  private Map<String, String> entries(JsonNode source) {
    Map<String, String> entries = new LinkedHashMap<>();
    source
        .path("literals")
        .valueStream()
        .map(literal -> literal.asString().split("=", 2))
        .forEach(literal -> entries.put(literal[0], literal[1]));
    source
        .path("files")
        .valueStream()
        .map(JsonNode::asString)
        .forEach(file -> entries.put(key(file), SourceTree.read(folder.resolve(path(file)))));
    return entries;
  }

  private static String key(String file) {
    return file.contains("=")
        ? file.substring(0, file.indexOf('='))
        : file.substring(file.lastIndexOf('/') + 1);
  }

  private static String path(String file) {
    return file.substring(file.indexOf('=') + 1);
  }
}

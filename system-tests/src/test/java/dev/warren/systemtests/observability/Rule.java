package dev.warren.systemtests.observability;

import dev.warren.systemtests.sources.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A recording or alert rule, as its file has it. */
record Rule(JsonNode yaml) {

  private static final Path FOLDER = SourceTree.root().resolve("observability");

  /** The rules that Prometheus is given. */
  static Stream<Rule> all() {
    return files("rules").stream()
        .flatMap(file -> elements(parse(file).path("groups")))
        .flatMap(group -> elements(group.path("rules")))
        .map(Rule::new);
  }

  static Stream<Rule> alerts() {
    return all().filter(rule -> rule.yaml.has("alert"));
  }

  /** The files of a folder of {@code observability}. */
  static List<Path> files(String folder) {
    return SourceTree.files(".yml").stream()
        .filter(file -> FOLDER.resolve(folder).equals(file.getParent()))
        .toList();
  }

  private static JsonNode parse(Path file) {
    Object content = Objects.requireNonNull(new Yaml().load(SourceTree.read(file)));
    return JsonMapper.builder().build().valueToTree(content);
  }

  String name() {
    return text("alert") + text("record");
  }

  /** The text at a path like {@code annotations/summary}; empty if there is none. */
  String text(String path) {
    return yaml.at("/" + path).asString("");
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  @Override
  public String toString() {
    return name();
  }
}

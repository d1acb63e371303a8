package dev.warren.systemtests.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One Kubernetes document.
 *
 * @param content all of it
 */
record Manifest(JsonNode content) {

  private static final JsonMapper MAPPER = new JsonMapper();

  /** The documents of a YAML file; a key that is there twice is an error. */
  static List<Manifest> parse(String yaml) {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    Iterable<Object> documents = new Yaml(new SafeConstructor(strict)).loadAll(yaml);
    return StreamSupport.stream(documents.spliterator(), false)
        .map(document -> new Manifest(MAPPER.valueToTree(document)))
        .toList();
  }

  static Manifest of(Map<String, ?> content) {
    return new Manifest(MAPPER.valueToTree(content));
  }

  String kind() {
    return text("/kind");
  }

  String name() {
    return text("/metadata/name");
  }

  boolean is(String kind) {
    return kind().equals(kind);
  }

  JsonNode at(String pointer) {
    return content.at(pointer);
  }

  String text(String pointer) {
    return at(pointer).asString("");
  }

  @Override
  public String toString() {
    return kind() + " " + name();
  }
}

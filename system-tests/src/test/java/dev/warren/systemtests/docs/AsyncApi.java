package dev.warren.systemtests.docs;

import dev.warren.systemtests.sources.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code docs/asyncapi.yaml}: what it says of queues and exchanges. */
final class AsyncApi {

  private final Object document =
      new Yaml(new SafeConstructor(new LoaderOptions()))
          .load(SourceTree.read(SourceTree.root().resolve("docs/asyncapi.yaml")));

  Set<Declared> queues() {
    return bindings("queue")
        .map(
            queue ->
                new Declared(
                    text(queue, "name"),
                    "queue",
                    flag(queue, "durable"),
                    flag(queue, "autoDelete")))
        .collect(Collectors.toSet());
  }

  Set<Declared> exchanges() {
    return bindings("exchange")
        .map(
            exchange ->
                new Declared(
                    text(exchange, "name"),
                    text(exchange, "type"),
                    flag(exchange, "durable"),
                    flag(exchange, "autoDelete")))
        .collect(Collectors.toSet());
  }

  private Stream<Object> bindings(String kind) {
    return map(at(document, "channels")).values().stream()
        .map(channel -> find(channel, "bindings", "amqp", kind))
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull);
  }

  /** Every {@code $ref} that leads nowhere. */
  List<String> brokenReferences() {
    List<String> references = new ArrayList<>();
    collectReferences(document, references);
    return references.stream().filter(reference -> !leadsSomewhere(reference)).toList();
  }

  private boolean leadsSomewhere(String reference) {
    return find(document, reference.replaceFirst("^#/", "").split("/")) != null;
  }

  private static void collectReferences(@Nullable Object node, List<String> found) {
    if (node instanceof Map<?, ?> map) {
      if (map.get("$ref") instanceof String reference) {
        found.add(reference);
      }
      map.values().forEach(value -> collectReferences(value, found));
    } else if (node instanceof List<?> list) {
      list.forEach(value -> collectReferences(value, found));
    }
  }

  private static @Nullable Object find(@Nullable Object node, String... path) {
    for (String key : path) {
      node = node instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return node;
  }

  private static Object at(Object node, String key) {
    return Objects.requireNonNull(find(node, key), key);
  }

  private static Map<?, ?> map(Object node) {
    return (Map<?, ?>) node;
  }

  private static String text(Object node, String key) {
    return at(node, key).toString();
  }

  private static boolean flag(Object node, String key) {
    return (Boolean) at(node, key);
  }
}

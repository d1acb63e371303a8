package dev.warren.systemtests.compose;

import dev.warren.systemtests.sources.SourceTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code docker-compose.yml}, with its anchors put in. */
final class ComposeFile {

  private ComposeFile() {}

  static Stream<String> containers() {
    return services().keySet().stream().map(Object::toString);
  }

  /** Whether its image is one of ours. */
  static boolean isBuilt(String service) {
    return service(service).containsKey("build");
  }

  static List<?> entries(String service, String key) {
    return entries(service(service).get(key));
  }

  static List<?> entries(@Nullable Object list) {
    return list instanceof List<?> entries ? entries : List.of();
  }

  static Map<String, Object> service(String name) {
    Map<String, Object> settings = new HashMap<>();
    ((Map<?, ?>) Objects.requireNonNull(services().get(name)))
        .forEach((key, value) -> settings.put(key.toString(), value));
    return settings;
  }

  private static Map<?, ?> services() {
    Map<?, ?> file =
        new Yaml(new SafeConstructor(new LoaderOptions()))
            .load(SourceTree.read(SourceTree.root().resolve("docker-compose.yml")));
    return (Map<?, ?>) Objects.requireNonNull(file.get("services"));
  }
}

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

/** A file of Compose, with its anchors put in. */
final class ComposeFile {

  private final Map<?, ?> services;

  private ComposeFile(Map<?, ?> services) {
    this.services = services;
  }

  /** The file of that name in the folder of the sources. */
  static ComposeFile of(String name) {
    Map<?, ?> file =
        new Yaml(new SafeConstructor(new LoaderOptions()))
            .load(SourceTree.read(SourceTree.root().resolve(name)));
    return new ComposeFile((Map<?, ?>) Objects.requireNonNull(file.get("services")));
  }

  Stream<String> containers() {
    return services.keySet().stream().map(Object::toString);
  }

  /** Whether its image is one of ours. */
  boolean isBuilt(String service) {
    return service(service).containsKey("build");
  }

  /** What its build is told. */
  Map<String, String> buildArguments(String service) {
    Map<?, ?> build = (Map<?, ?>) Objects.requireNonNull(service(service).get("build"));
    Map<String, String> arguments = new HashMap<>();
    ((Map<?, ?>) Objects.requireNonNull(build.get("args")))
        .forEach((key, value) -> arguments.put(key.toString(), value.toString()));
    return arguments;
  }

  String image(String service) {
    return Objects.requireNonNull(service(service).get("image")).toString();
  }

  /** How the engine asks whether it is healthy, {@code CMD} and its like first. */
  List<String> healthCheck(String service) {
    Map<?, ?> check = (Map<?, ?>) Objects.requireNonNull(service(service).get("healthcheck"));
    return entries(check.get("test")).stream().map(Object::toString).toList();
  }

  List<?> entries(String service, String key) {
    return entries(service(service).get(key));
  }

  static List<?> entries(@Nullable Object list) {
    return list instanceof List<?> entries ? entries : List.of();
  }

  Map<String, Object> service(String name) {
    Map<String, Object> settings = new HashMap<>();
    ((Map<?, ?>) Objects.requireNonNull(services.get(name), name))
        .forEach((key, value) -> settings.put(key.toString(), value));
    return settings;
  }
}

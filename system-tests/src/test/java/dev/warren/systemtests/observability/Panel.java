package dev.warren.systemtests.observability;

import dev.warren.systemtests.sources.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A panel of a dashboard.
 *
 * @param dashboard the dashboard's file
 * @param json the panel, as Grafana reads it
 */
record Panel(String dashboard, JsonNode json) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path FOLDER = SourceTree.root().resolve("observability/grafana/dashboards");

  private static final List<String> SERVICES =
      List.of("producer-service", "worker-service", "log-subscriber-service", "rpc-fib-service");

  /** The files that Grafana is given. */
  static List<Path> dashboards() {
    return SourceTree.files(".json").stream()
        .filter(file -> FOLDER.equals(file.getParent()))
        .toList();
  }

  static JsonNode read(Path dashboard) {
    return JSON.readTree(SourceTree.read(dashboard));
  }

  /** The panels of all dashboards that show something; a row only has a title. */
  static Stream<Panel> all() {
    return dashboards().stream()
        .flatMap(
            file ->
                elements(read(file).get("panels"))
                    .map(panel -> new Panel(String.valueOf(file.getFileName()), panel)))
        .filter(panel -> !panel.text("type").equals("row"));
  }

  List<JsonNode> targets() {
    return elements(json.get("targets")).toList();
  }

  /** What it asks Prometheus, variables replaced as Grafana would: by each service, one by one. */
  List<String> queries() {
    return targets().stream()
        .map(target -> target.path("expr").asString("").replace("$__rate_interval", "1m"))
        .flatMap(query -> SERVICES.stream().map(service -> query.replace("$job", service)))
        .distinct()
        .toList();
  }

  /** The text at a path like {@code fieldConfig/defaults/unit}; empty if there is none. */
  String text(String path) {
    return json.at("/" + path).asString("");
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  @Override
  public String toString() {
    return dashboard + ": " + text("title");
  }
}

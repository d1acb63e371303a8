package dev.warren.systemtests.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What watches the suite in a cluster is what watches it in Compose. */
class MonitoringTest {

  private static final Path OBSERVABILITY = SourceTree.root().resolve("observability");

  static Stream<Overlay> monitored() {
    return Overlay.all().stream()
        .filter(overlay -> Set.of("monitoring", "production").contains(overlay.name()));
  }

  @ParameterizedTest
  @MethodSource("monitored")
  void rulesAreThoseOfTheFiles(Overlay overlay) {
    List<JsonNode> files =
        files("rules", ".yml").stream()
            .map(file -> Manifest.parse(SourceTree.read(file)).get(0).at("/groups"))
            .toList();
    assertThat(overlay.ofKind("PrometheusRule"))
        .as("made by k8s/components/monitoring/prometheus-rules.sh")
        .extracting(rule -> rule.at("/spec/groups"))
        .containsExactlyInAnyOrderElementsOf(files);
  }

  @ParameterizedTest
  @MethodSource("monitored")
  void dashboardsAreThoseOfTheFiles(Overlay overlay) {
    Map<String, String> files =
        files("grafana/dashboards", ".json").stream()
            .collect(Collectors.toMap(file -> file.getFileName().toString(), SourceTree::read));
    assertThat(overlay.ofKind("ConfigMap"))
        .filteredOn(map -> map.name().startsWith("grafana-dashboard-"))
        .flatMap(map -> Pod.strings(map.at("/data")).entrySet())
        .containsExactlyInAnyOrderElementsOf(files.entrySet());
  }

  @ParameterizedTest
  @MethodSource("monitored")
  void everyJobOfPrometheusIsThereUnderItsName(Overlay overlay) {
    assertThat(jobs(overlay)).containsExactlyInAnyOrderElementsOf(jobsOfCompose());
  }

  /** Its name, path and parameters; Prometheus itself is not ours to watch in a cluster. */
  private static Set<String> jobsOfCompose() {
    Manifest prometheus =
        Manifest.parse(SourceTree.read(OBSERVABILITY.resolve("prometheus.yml"))).get(0);
    return prometheus
        .at("/scrape_configs")
        .valueStream()
        .filter(job -> !job.path("job_name").asString().equals("prometheus"))
        .map(
            job ->
                describe(
                    job.path("job_name").asString(),
                    job.path("metrics_path").asString("/metrics"),
                    job.path("params")))
        .collect(Collectors.toSet());
  }

  private static Set<String> jobs(Overlay overlay) {
    return overlay
        .ofKind("PodMonitor")
        .flatMap(
            monitor ->
                monitor
                    .at("/spec/podMetricsEndpoints")
                    .valueStream()
                    .flatMap(endpoint -> jobs(overlay, monitor, endpoint)))
        .collect(Collectors.toSet());
  }

  private static Stream<String> jobs(Overlay overlay, Manifest monitor, JsonNode endpoint) {
    JsonNode renamed = endpoint.at("/relabelings/0/replacement");
    return overlay.pods().stream()
        .filter(pod -> pod.isPickedBy(monitor.at("/spec/selector")))
        .map(pod -> pod.labels().getOrDefault(monitor.text("/spec/jobLabel"), ""))
        .map(label -> renamed.asString(label))
        .map(
            job ->
                describe(job, endpoint.path("path").asString("/metrics"), endpoint.path("params")));
  }

  private static String describe(String job, String path, JsonNode params) {
    return job + " " + path + " " + params;
  }

  private static List<Path> files(String folder, String suffix) {
    return SourceTree.files(suffix).stream()
        .filter(file -> file.startsWith(OBSERVABILITY.resolve(folder)))
        .toList();
  }
}

package dev.warren.systemtests.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.systemtests.sources.SourceTree;
import dev.warren.systemtests.suite.SuiteStatus.Watcher;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The Prometheus that watches a suite. */
public final class Prometheus {

  private static final int STEP_SECONDS = 5;

  private final RestClient http;
  private final String container;

  Prometheus(Watcher watcher) {
    this.http = new RestClient(Objects.requireNonNull(watcher.url(), "Prometheus has no URL"));
    this.container = Objects.requireNonNull(watcher.container(), "Prometheus has no container");
  }

  /**
   * Whether a query has been answered with at least one finite number in the time that is past.
   *
   * @throws IllegalStateException if it is not a query
   */
  public boolean hasNumbers(String query, Duration past) {
    Instant now = Instant.now();
    String range = "start=%s&end=%s&step=%d".formatted(now.minus(past), now, STEP_SECONDS);
    JsonNode series = data("query_range?" + range + "&query=", query).get("result");
    return series.findValues("values").stream()
        .flatMap(values -> values.valueStream())
        .anyMatch(sample -> Double.isFinite(number(sample)));
  }

  /** The one value that a query has now; NaN if it has none. */
  public double value(String query) {
    JsonNode result = data("query?query=", query).get("result");
    return result.isEmpty() ? Double.NaN : number(result.get(0).get("value"));
  }

  /** The names of all rules with their health, {@code ok} if they can be evaluated. */
  public Map<String, String> ruleHealth() {
    Map<String, String> health = new TreeMap<>();
    for (JsonNode group : data("rules", "").get("groups")) {
      for (JsonNode rule : group.get("rules")) {
        health.put(rule.get("name").stringValue(), rule.get("health").stringValue());
      }
    }
    return health;
  }

  /** Runs promtool of the same image in the folder of the rules. */
  public Execution promtool(String command, String subject, List<String> files) {
    String image =
        Machine.run("docker", "inspect", "--format", "{{.Config.Image}}", container)
            .orThrow()
            .output()
            .strip();
    String volume = SourceTree.root().resolve("observability") + ":/observability:ro";
    List<String> line =
        new ArrayList<>(
            List.of("docker", "run", "--rm", "--volume", volume, "--workdir", "/observability"));
    line.addAll(List.of("--entrypoint", "promtool", image, command, subject));
    line.addAll(files);
    return Machine.run(line.toArray(String[]::new));
  }

  private JsonNode data(String path, String query) {
    Answer answer = http.get("/api/v1/" + path + URLEncoder.encode(query, UTF_8));
    if (answer.status() != 200) {
      throw new IllegalStateException(query + " answered " + answer.body());
    }
    return answer.json().get("data");
  }

  /** Prometheus writes numbers as text. */
  private static double number(JsonNode sample) {
    String text = sample.get(1).stringValue();
    return text.endsWith("Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
  }
}

package dev.warren.systemtests.observability;

import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.SuiteMember;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the services tell Prometheus of our own meters: lines like {@code name{tag="…"} 1.0}. */
record Exposition(List<String> samples) {

  private static final List<String> SERVICES =
      List.of("producer", "worker", "log-subscriber", "rpc-fib");
  private static final Pattern SAMPLE =
      Pattern.compile("(warren_\\w+?)(?:_bucket|_count|_sum|_max)?\\{(.*)\\} \\S+");
  private static final Set<String> ON_ALL = Set.of("application", "le");

  static Exposition of(RunningSuite suite) {
    return new Exposition(
        SERVICES.stream()
            .flatMap(service -> suite.members(service).stream())
            .flatMap(Exposition::scrape)
            .toList());
  }

  private static Stream<String> scrape(SuiteMember service) {
    return service
        .management()
        .get("/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith("warren_"));
  }

  int series() {
    return samples.size();
  }

  /** The names of the meters, with those of their tags that not all of them have. */
  Map<String, Set<String>> meters() {
    Map<String, Set<String>> meters = new TreeMap<>();
    for (String sample : samples) {
      Matcher matcher = SAMPLE.matcher(sample);
      if (!matcher.matches()) {
        throw new IllegalStateException("not a sample: " + sample);
      }
      Set<String> tags = meters.computeIfAbsent(matcher.group(1), name -> new TreeSet<>());
      Arrays.stream(matcher.group(2).split(","))
          .map(label -> label.replaceAll("=.*", ""))
          .filter(label -> !ON_ALL.contains(label))
          .forEach(tags::add);
    }
    return meters;
  }
}

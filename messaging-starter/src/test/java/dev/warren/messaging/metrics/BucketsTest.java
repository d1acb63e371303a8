package dev.warren.messaging.metrics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BucketsTest {

  private static final Path RULE_TESTS = Path.of("..", "observability", "tests", "handling.yml");
  private static final Pattern CASE = Pattern.compile("(?m)^  - name: ");
  private static final Pattern BUCKET =
      Pattern.compile("warren_listener_handling_seconds_bucket\\{(.*),le=\"(.*)\"}");

  /** Between two bounds a quantile is guessed. */
  @Test
  void theThresholdsOfAlertsAreBounds() {
    assertThat(Buckets.work()).contains(Duration.ofSeconds(1), Duration.ofSeconds(30));
  }

  /** The smallest may be left out: nothing was that fast. */
  @Test
  void rulesAreTestedWithTheBucketsThatServicesHave() throws IOException {
    List<String> bounds = new ArrayList<>();
    Arrays.stream(Buckets.work())
        .forEach(bound -> bounds.add(String.valueOf(bound.toMillis() / 1000.0)));
    bounds.add("+Inf");

    assertThat(CASE.splitAsStream(Files.readString(RULE_TESTS)).flatMap(BucketsTest::histograms))
        .isNotEmpty()
        .allSatisfy(histogram -> assertThat(bounds).endsWith(histogram));
  }

  /** The bounds of each histogram, in their order. */
  private static Stream<String[]> histograms(String test) {
    return BUCKET
        .matcher(test)
        .results()
        .collect(
            groupingBy(bucket -> bucket.group(1), mapping(bucket -> bucket.group(2), toList())))
        .values()
        .stream()
        .map(histogram -> histogram.toArray(String[]::new));
  }
}

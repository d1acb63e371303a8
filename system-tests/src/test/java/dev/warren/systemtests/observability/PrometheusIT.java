package dev.warren.systemtests.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.systemtests.suite.Mode;
import dev.warren.systemtests.suite.Prometheus;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.SystemTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With Docker, where {@code ./warren up} starts Prometheus. */
@SystemTest(Mode.DOCKER)
class PrometheusIT {

  private static final Duration SCRAPED = Duration.ofMinutes(1);

  private final RunningSuite suite;
  private final Prometheus prometheus;

  PrometheusIT(RunningSuite suite) {
    this.suite = suite;
    this.prometheus = suite.prometheus();
  }

  @Test
  void everyPanelHasAnAnswerAfterTheDemo() {
    suite.warren("demo").orThrow();

    await()
        .atMost(SCRAPED)
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(() -> assertThat(unanswered()).isEmpty());
  }

  private List<String> unanswered() {
    List<String> unanswered = new ArrayList<>();
    Panel.all()
        .forEach(
            panel ->
                panel.queries().stream()
                    .filter(query -> !isAnswered(panel, query))
                    .forEach(query -> unanswered.add(panel + ": " + query)));
    return unanswered;
  }

  private boolean isAnswered(Panel panel, String query) {
    try {
      return prometheus.hasNumbers(query, Duration.ofMinutes(10));
    } catch (IllegalStateException e) {
      throw new IllegalStateException(panel + ": " + e.getMessage(), e);
    }
  }

  @Test
  void everyReplicaIsFound() {
    suite.scale("worker", 2);
    try {
      await()
          .atMost(SCRAPED)
          .until(() -> prometheus.value("count(up{job='worker-service'} == 1)") == 2);
    } finally {
      suite.scale("worker", 1);
    }
  }

  @Test
  void everyRuleCanBeEvaluated() {
    await()
        .atMost(SCRAPED)
        .untilAsserted(
            () ->
                assertThat(prometheus.ruleHealth())
                    .hasSize((int) Rule.all().count())
                    .allSatisfy((rule, health) -> assertThat(health).as(rule).isEqualTo("ok")));
  }

  @Test
  void everyRulePassesItsTests() {
    List<String> cases =
        Rule.files("tests").stream().map(file -> "tests/" + file.getFileName()).toList();
    assertThat(cases).isNotEmpty();
    suite.prometheus().promtool("test", "rules", cases).orThrow();
  }
}

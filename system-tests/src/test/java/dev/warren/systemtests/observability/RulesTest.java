package dev.warren.systemtests.observability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.SourceTree;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {

  private static final String RUNBOOK =
      SourceTree.read(SourceTree.root().resolve("docs/alerts.md"));
  private static final String CASES =
      Rule.files("tests").stream().map(SourceTree::read).collect(Collectors.joining("\n"));

  static Stream<Rule> rules() {
    return Rule.all();
  }

  static Stream<Rule> alerts() {
    return Rule.alerts();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everySelectorNamesItsJob(Rule rule) {
    Selectors.assertNameTheirJob(rule.text("expr"));
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void everyAlertSaysWhatIsWrongAndWhatToDo(Rule alert) {
    assertThat(alert.text("annotations/summary")).isNotBlank();
    assertThat(alert.text("annotations/description")).endsWith(".");
    assertThat(alert.text("annotations/runbook"))
        .isEqualTo("docs/alerts.md#" + alert.name().toLowerCase(Locale.ROOT));
    assertThat(RUNBOOK).contains("\n## " + alert.name() + "\n", "| [" + alert.name() + "](");
    assertThat(alert.text("labels/severity")).isIn("critical", "warning", "info");
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void everyAlertIsSeenToFireAndToKeepQuiet(Rule alert) {
    assertThat(CASES.lines().map(String::strip))
        .filteredOn(line -> line.endsWith("alertname: " + alert.name()))
        .hasSizeGreaterThanOrEqualTo(2);
    assertThat(CASES).contains("runbook: " + alert.text("annotations/runbook"));
  }
}

package dev.warren.systemtests.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/**
 * The selectors of a PromQL expression: the name of a metric with its labels, such as {@code
 * up{…}}.
 */
final class Selectors {

  private static final Pattern SELECTOR = Pattern.compile("([a-z_:][a-z0-9_:]*)\\{([^}]*)\\}");
  private static final Pattern NAMED_METRIC =
      Pattern.compile("\\b(?:warren|rabbitmq|jvm|process|http_server)_[a-z0-9_]+\\b(?!\\{)");

  private Selectors() {}

  static void assertNameTheirJob(String expression) {
    String withoutRecorded = expression.replaceAll("[a-z]+:[a-z0-9_]+:[a-z0-9_]+", "recorded");
    assertThat(withoutRecorded).doesNotContainPattern(NAMED_METRIC);
    assertThat(expression).containsAnyOf("{", ":");
    assertThat(SELECTOR.matcher(withoutRecorded).results())
        .filteredOn(selector -> !"recorded".equals(selector.group(1)))
        .allSatisfy(
            selector ->
                assertThat(selector.group(2))
                    .as(selector.group())
                    .contains("job=")
                    .doesNotContain("job=~\".")); // others have services too
  }
}

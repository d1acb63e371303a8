package dev.warren.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.SourceTree;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of settings tell the defaults that the services have. */
class DefaultsTest {

  private static final Pattern WITH_DEFAULT =
      Pattern.compile("\\$\\{(WARREN_[A-Z_]+):([^{}$]+)\\}");

  private static final Pattern NAMES = Pattern.compile("[ ,]*(?:`WARREN_[A-Z_]+`[ ,]*)+");

  private record Setting(String name, String value) {}

  @Test
  void everyDefaultInATableIsTheOneOfTheServices() {
    Map<String, List<String>> real = ofTheServices();
    List<Setting> told = MarkdownPage.all().flatMap(DefaultsTest::toldBy).toList();

    assertThat(real)
        .containsKeys(
            "WARREN_MAX_CALLS", "WARREN_TOPIC_KEYS", "WARREN_RATE_LIMIT", "WARREN_TRACING");
    assertThat(told)
        .filteredOn(setting -> real.containsKey(setting.name()))
        .hasSizeGreaterThan(30)
        .allSatisfy(setting -> assertThat(real.get(setting.name())).contains(setting.value()));
  }

  /** By their base settings; a profile may have others. */
  private static Map<String, List<String>> ofTheServices() {
    return SourceTree.files(".yaml").stream()
        .filter(file -> file.toString().contains("/src/main/resources/"))
        .filter(file -> !file.getFileName().toString().startsWith("application-"))
        .map(SourceTree::read)
        .flatMap(text -> WITH_DEFAULT.matcher(text).results())
        .map(match -> new Setting(match.group(1), match.group(2)))
        .collect(
            Collectors.groupingBy(
                Setting::name, Collectors.mapping(Setting::value, Collectors.toList())));
  }

  private static Stream<Setting> toldBy(MarkdownPage page) {
    return page.tableRows().stream().flatMap(DefaultsTest::toldBy);
  }

  /** Rows with a cell of nothing but settings, which end with as many defaults. */
  private static Stream<Setting> toldBy(List<String> cells) {
    List<String> values = MarkdownPage.codeSpans(cells.get(cells.size() - 1));
    List<String> names =
        cells.stream()
            .filter(cell -> NAMES.matcher(cell).matches())
            .flatMap(cell -> MarkdownPage.codeSpans(cell).stream())
            .toList();
    return names.size() == values.size()
        ? IntStream.range(0, names.size()).mapToObj(i -> new Setting(names.get(i), values.get(i)))
        : Stream.empty();
  }
}

package dev.warren.systemtests.observability;

import dev.warren.systemtests.sources.SourceTree;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of {@code docs/metrics.md}. */
final class DocumentedMeters {

  private static final Pattern ROW =
      Pattern.compile("\\| `warren\\.[a-z.]+` \\| `(warren_\\w+)` \\|[^|]*\\|([^|]*)\\|.*");
  private static final Pattern CODE = Pattern.compile("`(\\w+)`");

  private DocumentedMeters() {}

  /** Names as Prometheus has them, with their tags. */
  static Map<String, Set<String>> read() {
    return SourceTree.read(SourceTree.root().resolve("docs/metrics.md"))
        .lines()
        .map(ROW::matcher)
        .filter(row -> row.matches())
        .collect(
            Collectors.toMap(row -> row.group(1), row -> tags(row), (a, b) -> a, TreeMap::new));
  }

  private static Set<String> tags(MatchResult row) {
    return CODE.matcher(row.group(2))
        .results()
        .map(code -> code.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

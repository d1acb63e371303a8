package dev.warren.systemtests.docs;

import dev.warren.systemtests.sources.SourceTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Markdown file, with its fenced blocks told apart from its prose. */
final class MarkdownPage {

  private static final Pattern FENCE = Pattern.compile("^\\s*(?:```|~~~)(\\w*).*");
  private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*\\]\\(([^)\\s]+)[^)]*\\)");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+(.*?)\\s*#*$");
  private static final Set<String> SHELL = Set.of("", "sh", "bash", "shell", "console");

  private final Path file;
  private final List<String> prose = new ArrayList<>();
  private final List<String> shell = new ArrayList<>();

  private MarkdownPage(Path file) {
    this.file = file;
    String fence = null;
    for (String line : SourceTree.read(file).lines().toList()) {
      var opening = FENCE.matcher(line);
      if (opening.matches()) {
        fence = fence == null ? opening.group(1).toLowerCase(Locale.ROOT) : null;
      } else if (fence == null) {
        prose.add(line);
      } else if (SHELL.contains(fence)) {
        shell.add(line.replaceFirst("^\\$ ", ""));
      }
    }
  }

  static Stream<MarkdownPage> all() {
    return SourceTree.files(".md").stream().map(MarkdownPage::new);
  }

  static MarkdownPage of(Path file) {
    return new MarkdownPage(file);
  }

  Path file() {
    return file;
  }

  /** The targets of the links in the prose. */
  List<String> links() {
    return prose.stream()
        .map(line -> line.replaceAll("`[^`]*`", ""))
        .flatMap(line -> groups(LINK, line))
        .toList();
  }

  /** What stands in backticks in the prose. */
  List<String> codeSpans() {
    return codeSpans(String.join("\n", prose));
  }

  /** The rows of tables, each as its cells. */
  List<List<String>> tableRows() {
    return prose.stream()
        .filter(line -> line.startsWith("|"))
        .map(line -> List.of(line.replaceAll("^\\||\\|$", "").split("(?<!\\\\)\\|")))
        .toList();
  }

  /** What stands in backticks in one line. */
  static List<String> codeSpans(String line) {
    return groups(CODE, line).toList();
  }

  /** The lines of shell blocks, a line that ends in a backslash joined with the next. */
  List<String> shellLines() {
    return String.join("\n", shell).replaceAll("\\\\\n\\s*", "").lines().toList();
  }

  /** The fragments that a link may name, as GitHub makes them of headings. */
  Set<String> anchors() {
    return prose.stream()
        .flatMap(line -> groups(HEADING, line))
        .map(heading -> heading.replaceAll("[`*]|\\]\\([^)]*\\)|\\[", ""))
        .map(
            heading ->
                heading
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static Stream<String> groups(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
  }

  @Override
  public String toString() {
    return SourceTree.root().relativize(file).toString();
  }
}

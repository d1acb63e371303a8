package dev.warren.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.SourceTree;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NamesTest {

  /** Two humps at least: {@code TaskHandler}, not {@code Location} or {@code POST}. */
  private static final Pattern TYPE =
      Pattern.compile("(?:[A-Z][a-z0-9]+){2,}|[A-Z][a-z0-9]+[A-Z]\\w*[a-z]\\w*");

  /** A file of the checkout, written from its root. */
  private static final Pattern FILE =
      Pattern.compile("(?!\\.warren/|target/)[\\w.-]+(?:/[\\w.-]+)+\\.[a-z]+");

  private static final Pattern MACHINE_PATH =
      Pattern.compile("(?:^|[\\s\"'(`=])(/root/|/home/|/Users/|/var/tmp/|[A-Z]:\\\\)");

  private static final Pattern VARIABLE = Pattern.compile("\\bWARREN_[A-Z_]+\\b");

  private static final KnownTypes TYPES = new KnownTypes();

  /** Where environment variables are read. */
  private static final List<String> READERS =
      Stream.of(".yaml", ".yml", ".sh", ".java", "Dockerfile")
          .flatMap(suffix -> SourceTree.files(suffix).stream())
          .map(SourceTree::read)
          .toList();

  static Stream<MarkdownPage> pages() {
    return MarkdownPage.all();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyNamedTypeIsInTheSources(MarkdownPage page) {
    List<String> unknown =
        page.codeSpans().stream()
            .filter(TYPE.asMatchPredicate())
            .filter(name -> !TYPES.contains(name))
            .toList();
    assertThat(unknown).as("types that %s names and the sources do not", page).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyNamedFileExists(MarkdownPage page) {
    List<String> missing =
        page.codeSpans().stream()
            .filter(FILE.asMatchPredicate())
            .filter(name -> !Files.exists(SourceTree.root().resolve(name)))
            .toList();
    assertThat(missing).as("files that %s names", page).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void noPathOfAMachineIsNamed(MarkdownPage page) {
    assertThat(SourceTree.read(page.file())).doesNotContainPattern(MACHINE_PATH);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyEnvironmentVariableIsRead(MarkdownPage page) {
    List<String> unread =
        VARIABLE
            .matcher(SourceTree.read(page.file()))
            .results()
            .map(MatchResult::group)
            .filter(variable -> READERS.stream().noneMatch(source -> source.contains(variable)))
            .toList();
    assertThat(unread).as("variables in %s that nothing reads", page).isEmpty();
  }
}

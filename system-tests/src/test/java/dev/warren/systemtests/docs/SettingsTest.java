package dev.warren.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.SourceTree;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be set is documented; {@link NamesTest} has it the other way round. */
class SettingsTest {

  /** {@code ${WARREN_X}} in any place, or a line that passes the variable on. */
  private static final Pattern READ_BY_COMPOSE =
      Pattern.compile("(?m)\\$\\{(WARREN_[A-Z_]+)|^ +(WARREN_[A-Z_]+): *(?:#.*)?$");

  private static final Pattern READ_BY_THE_LAUNCHER =
      Pattern.compile("\\$\\{(WARREN_[A-Z_]+):-|setting (WARREN_[A-Z_]+)");

  @Test
  void everySettingOfComposeIsOnAPage() {
    assertThat(found(READ_BY_COMPOSE, ".yml", "docker-compose")).isSubsetOf(documented());
  }

  @Test
  void everySettingOfTheLauncherIsInItsHelpOrOnAPage() {
    Set<String> known = documented();
    known.addAll(names(SourceTree.read(SourceTree.root().resolve("launcher/help.txt"))));
    assertThat(found(READ_BY_THE_LAUNCHER, ".sh", "launcher/")).isSubsetOf(known);
  }

  private static Set<String> found(Pattern pattern, String suffix, String path) {
    List<String> sources =
        SourceTree.files(suffix).stream()
            .filter(file -> SourceTree.root().relativize(file).toString().startsWith(path))
            .map(SourceTree::read)
            .toList();
    Set<String> found =
        sources.stream()
            .flatMap(source -> pattern.matcher(source).results())
            .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
            .collect(Collectors.toSet());
    assertThat(found).isNotEmpty();
    return found;
  }

  private static Set<String> documented() {
    return MarkdownPage.all()
        .flatMap(page -> names(SourceTree.read(page.file())).stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> names(String text) {
    return Stream.of(text.split("[^A-Z_]+"))
        .filter(word -> word.startsWith("WARREN_"))
        .collect(Collectors.toSet());
  }
}

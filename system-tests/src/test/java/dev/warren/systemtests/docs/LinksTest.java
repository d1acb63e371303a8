package dev.warren.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinksTest {

  static Stream<MarkdownPage> pages() {
    return MarkdownPage.all();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyRelativeLinkLeadsToAFileAndAHeading(MarkdownPage page) {
    List<String> broken =
        page.links().stream()
            .filter(link -> !link.matches("(?:https?|mailto):.*"))
            .filter(link -> !leadsSomewhere(page, link))
            .toList();
    assertThat(broken).as("broken links in %s", page).isEmpty();
  }

  private static boolean leadsSomewhere(MarkdownPage page, String link) {
    String[] parts = link.split("#", 2);
    Path target =
        parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]).normalize();
    return Files.exists(target)
        && (parts.length == 1 || MarkdownPage.of(target).anchors().contains(parts[1]));
  }
}

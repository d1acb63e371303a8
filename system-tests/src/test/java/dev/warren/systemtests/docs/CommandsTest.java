package dev.warren.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.SourceTree;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandsTest {

  private static final Pattern WARREN = Pattern.compile("\\./warren\\s+([a-z]+)");
  private static final Pattern COMPOSE_UP =
      Pattern.compile("docker compose .*\\bup\\b.* [a-z-]+-service");
  private static final Set<String> ENDPOINTS = Endpoints.all();
  private static final String LAUNCHER = SourceTree.read(SourceTree.root().resolve("warren"));

  static Stream<MarkdownPage> pages() {
    return MarkdownPage.all();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLauncherCommandExists(MarkdownPage page) {
    List<String> unknown =
        Stream.concat(page.shellLines().stream(), page.codeSpans().stream())
            .flatMap(line -> WARREN.matcher(line).results())
            .map(match -> match.group(1))
            .filter(command -> !Pattern.compile("\\b" + command + "\\b").matcher(LAUNCHER).find())
            .toList();
    assertThat(unknown).as("commands of ./warren in %s", page).isEmpty();
  }

  /** Compose goes back to one replica of a service where it is not told of more. */
  @ParameterizedTest
  @MethodSource("pages")
  void noCommandForOneServiceUndoesItsScale(MarkdownPage page) {
    assertThat(page.shellLines())
        .filteredOn(line -> COMPOSE_UP.matcher(line).find())
        .allSatisfy(line -> assertThat(line).contains("--scale"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyCurlCallsAnEndpointOfAController(MarkdownPage page) {
    List<Curl> unanswered =
        page.shellLines().stream()
            .flatMap(line -> Curl.in(line).stream())
            .filter(curl -> ENDPOINTS.stream().noneMatch(curl::isAnsweredBy))
            .toList();
    assertThat(unanswered).as("calls in %s that no controller maps", page).isEmpty();
  }
}

package dev.warren.systemtests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.SourceTree;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.SystemTest;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@SystemTest
class PatternsIT {

  private final RunningSuite suite;

  PatternsIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void theCatalogueListsExactlyThePatternsThatHaveAPage() {
    Path folder = SourceTree.root().resolve("docs/patterns");
    List<String> pages =
        SourceTree.files(".md").stream()
            .filter(page -> folder.equals(page.getParent()))
            .map(page -> page.getFileName().toString().replace(".md", ""))
            .toList();
    JsonNode catalogue = suite.producer().get("/api/patterns").json();
    assertThat(catalogue.findValuesAsString("id")).containsExactlyInAnyOrderElementsOf(pages);
  }

  @Test
  void theCatalogueSaysWhatThisBrokerHas() {
    Version broker = Version.parse(suite.broker().version());

    assertThat(suite.producer().get("/api/patterns").json().valueStream())
        .isNotEmpty()
        .allSatisfy(
            pattern -> {
              String requires = pattern.path("requires").asString("0");
              boolean has = broker.compareTo(Version.parse(requires)) >= 0;
              assertThat(pattern.get("available").booleanValue()).as(requires).isEqualTo(has);
            });
  }
}

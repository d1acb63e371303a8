package dev.warren.systemtests.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.SourceTree;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeliveryLimitsTest {

  /** Each look at a letter is a delivery, and past the limit the broker drops it. */
  @Test
  void lettersMayBeLookedAtForEver() {
    List<Pattern> unlimited =
        definitions("definitions-4.0.json")
            .get("policies")
            .valueStream()
            .filter(policy -> policy.at("/definition/delivery-limit").asInt() == -1)
            .map(policy -> Pattern.compile(policy.get("pattern").asString()))
            .toList();

    assertThat(
            definitions("definitions.json")
                .get("queues")
                .valueStream()
                .map(queue -> queue.get("name").asString()))
        .filteredOn(queue -> queue.endsWith(".dlq"))
        .hasSizeGreaterThanOrEqualTo(3)
        .allMatch(queue -> unlimited.stream().anyMatch(policy -> policy.matcher(queue).find()));
  }

  private static JsonNode definitions(String file) {
    String text = SourceTree.read(SourceTree.root().resolve("broker").resolve(file));
    return Manifest.parse(text).get(0).content();
  }
}

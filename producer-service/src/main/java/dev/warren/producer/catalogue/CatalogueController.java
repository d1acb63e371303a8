package dev.warren.producer.catalogue;

import dev.warren.messaging.broker.BrokerInfo;
import dev.warren.messaging.broker.BrokerVersion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the patterns, in the order of the tutorials. */
@RestController
@Tag(name = "Catalogue")
class CatalogueController {

  private final List<PatternDescription> patterns;
  private final BrokerInfo broker;

  CatalogueController(ObjectProvider<PatternDescription> patterns, BrokerInfo broker) {
    this.patterns = patterns.orderedStream().toList();
    this.broker = broker;
  }

  @GetMapping("/api/patterns")
  @Operation(summary = "Every pattern, and whether this broker has it")
  List<CatalogueEntry> patterns() {
    return patterns.stream()
        .map(pattern -> new CatalogueEntry(pattern, available(pattern)))
        .toList();
  }

  private @Nullable Boolean available(PatternDescription pattern) {
    if (broker.version().isEmpty()) {
      return null;
    }
    String requires = pattern.requires();
    return requires == null
        || BrokerVersion.parse(requires)
            .filter(oldest -> broker.atLeast(oldest.major(), oldest.minor()))
            .isPresent();
  }
}

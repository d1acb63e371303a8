package dev.warren.systemtests.faults;

import dev.warren.systemtests.faults.catalogue.Catalogue;
import dev.warren.systemtests.faults.lab.FaultResult;
import dev.warren.systemtests.sources.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The last result of each fault on each broker and way to run, a file each. */
record Results(Path folder) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(
              SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  /** Where a build puts them. */
  static Path inTarget() {
    return SourceTree.root().resolve("system-tests/target/faults");
  }

  /** Those that {@code docs/RELIABILITY.md} tells of. */
  static Path inDocs() {
    return SourceTree.root().resolve("docs/reliability");
  }

  void keep(FaultResult result) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name(result)), JSON.writeValueAsString(result) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of all faults that have some, in the catalogue's order. */
  List<FaultResult> all() {
    List<FaultResult> kept = read();
    return Catalogue.all().stream()
        .flatMap(fault -> kept.stream().filter(result -> result.fault().equals(fault.name())))
        .toList();
  }

  private List<FaultResult> read() {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .sorted()
          .map(file -> JSON.readValue(SourceTree.read(file), FaultResult.class))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Such as {@code queue-full.rabbitmq-4.3.6-docker.json}. */
  private static String name(FaultResult result) {
    String setting = result.setting().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
    return "%s.%s.json".formatted(result.fault(), setting);
  }
}

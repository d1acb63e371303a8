package dev.warren.systemtests.faults;

import dev.warren.systemtests.faults.catalogue.Catalogue;
import dev.warren.systemtests.faults.lab.FaultResult;
import dev.warren.systemtests.sources.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The last result of each fault, a file each, so that they may be run one at a time. */
record Results(Path folder) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Where a build puts them. */
  static Path inTarget() {
    return SourceTree.root().resolve("system-tests/target/faults");
  }

  void keep(FaultResult result) {
    try {
      Files.createDirectories(folder);
      Files.writeString(file(result.fault()), JSON.writeValueAsString(result));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of all faults that have one, in the catalogue's order. */
  List<FaultResult> all() {
    return Catalogue.all().stream().flatMap(fault -> find(fault.name())).toList();
  }

  private Stream<FaultResult> find(String fault) {
    Path file = file(fault);
    return Files.exists(file)
        ? Stream.of(JSON.readValue(SourceTree.read(file), FaultResult.class))
        : Stream.empty();
  }

  private Path file(String fault) {
    return folder.resolve(fault + ".json");
  }
}

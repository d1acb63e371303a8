package dev.warren.systemtests.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the modules are built to. */
public final class Jars {

  private Jars() {}

  /**
   * The jar of a module.
   *
   * @throws IOException if it is not built yet
   */
  public static Path of(String module) throws IOException {
    Path target = SourceTree.root().resolve(module).resolve("target");
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(
              file -> file.getFileName().toString().matches(module + "-[^-]+(-SNAPSHOT)?\\.jar"))
          .findFirst()
          .orElseThrow(() -> new IOException("no jar in " + target + "; build it first"));
    }
  }
}

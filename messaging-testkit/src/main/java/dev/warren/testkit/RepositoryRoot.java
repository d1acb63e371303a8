package dev.warren.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that holds {@code broker/}, above the working directory of Maven or of an IDE. */
final class RepositoryRoot {

  private static final Path MARK = Path.of("broker", "definitions.json");

  private RepositoryRoot() {}

  static Path find() {
    return above(Path.of(""));
  }

  static Path above(Path start) {
    for (Path folder = start.toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve(MARK))) {
        return folder;
      }
    }
    throw new IllegalStateException(
        "No %s in %s or any folder above it".formatted(MARK, start.toAbsolutePath()));
  }
}

package dev.warren.systemtests.sources;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The checkout that the tests run in. */
public final class SourceTree {

  private static final Set<String> NOT_SOURCES =
      Set.of("target", ".git", ".warren", "node_modules", ".idea", ".vscode");

  private SourceTree() {}

  /** The folder that holds the launcher and the parent POM. */
  public static Path root() {
    Path start = Path.of("").toAbsolutePath();
    return Stream.iterate(start, folder -> folder != null, Path::getParent)
        .filter(folder -> Files.isRegularFile(folder.resolve("broker/definitions.json")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no checkout of Warren above " + start));
  }

  /** Every file of the checkout whose name ends so, build output left out. */
  public static List<Path> files(String suffix) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          root(),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return NOT_SOURCES.contains(folder.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (file.getFileName().toString().endsWith(suffix)) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new IllegalStateException("cannot walk " + root(), e);
    }
    return List.copyOf(found);
  }

  /** The text of a file of the checkout. */
  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
  }
}

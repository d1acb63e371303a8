package dev.warren.systemtests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.SourceTree;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileSizeTest {

  private static final int CEILING = 200;
  private static final int MEDIAN = 60;

  @Test
  void noSourceFileIsLongerThanTheCeiling() {
    assertThat(sources())
        .filteredOn(file -> lines(file) > CEILING)
        .as("files of more than %d lines", CEILING)
        .isEmpty();
  }

  @Test
  void halfOfTheSourceFilesAreShort() {
    List<Integer> sizes =
        sources().stream().map(FileSizeTest::lines).sorted(Comparator.naturalOrder()).toList();
    assertThat(sizes.get(sizes.size() / 2)).as("median of lines per file").isLessThan(MEDIAN);
  }

  private static List<Path> sources() {
    List<Path> sources = SourceTree.files(".java");
    assertThat(sources).isNotEmpty();
    return sources;
  }

  private static int lines(Path file) {
    return (int) SourceTree.read(file).lines().count();
  }
}

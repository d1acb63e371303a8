package dev.warren.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryRootTest {

  @TempDir Path folder;

  @Test
  void isFoundFromAModuleBelow() throws IOException {
    Files.createDirectories(folder.resolve("broker"));
    Files.createFile(folder.resolve("broker/definitions.json"));
    Path module = Files.createDirectories(folder.resolve("worker-service/target"));

    assertThat(RepositoryRoot.above(module)).isEqualTo(folder);
    assertThat(RepositoryRoot.above(folder)).isEqualTo(folder);
  }

  @Test
  void isFoundFromTheWorkingDirectory() {
    assertThat(RepositoryRoot.find().resolve("messaging-testkit/pom.xml")).exists();
  }

  @Test
  void missingOneIsAnErrorThatSaysWhereItWasLookedFor() {
    assertThatThrownBy(() -> RepositoryRoot.above(folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(folder.toString());
  }
}

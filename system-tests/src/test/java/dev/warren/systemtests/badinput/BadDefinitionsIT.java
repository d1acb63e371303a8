package dev.warren.systemtests.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.SourceTree;
import dev.warren.systemtests.suite.Execution;
import dev.warren.systemtests.suite.Machine;
import dev.warren.systemtests.suite.Mode;
import dev.warren.systemtests.suite.SystemTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A local broker whose definitions have an error; an older one would start without its users. */
@SystemTest(Mode.LOCAL)
class BadDefinitionsIT {

  @Test
  void theBrokerDoesNotStartAndTheFileIsNamed(@TempDir Path folder) throws IOException {
    Path scripts = folder.resolve("broker");
    Machine.run("cp", "-R", SourceTree.root().resolve("broker").toString(), scripts.toString())
        .orThrow();
    Path definitions = scripts.resolve("definitions.json");
    Files.writeString(definitions, Files.readString(definitions).replaceFirst("\\[", "[,"));

    Execution start = start(scripts, folder.resolve("node"));

    assertThat(start.exitCode()).isOne();
    assertThat(start.errors()).contains("there is an error in " + definitions);
  }

  private static Execution start(Path scripts, Path node) {
    List<Integer> ports = Machine.freePorts(3);
    return Machine.run(
        scripts.resolve("local-node.sh").toString(),
        "start",
        node.toString(),
        ports.get(0).toString(),
        ports.get(1).toString(),
        ports.get(2).toString());
  }
}

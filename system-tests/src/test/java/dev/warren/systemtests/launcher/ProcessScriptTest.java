package dev.warren.systemtests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.suite.Execution;
import dev.warren.systemtests.suite.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code broker/process.sh}, on a machine that is so busy that a start takes its time. */
class ProcessScriptTest {

  @Test
  void aProcessThatIsSlowToStartIsNotTakenForOneThatHasEnded(@TempDir Path folder)
      throws IOException {
    Path slow = folder.resolve("setsid");
    Files.writeString(slow, "#!/bin/sh\nsleep 1\nexec tail -f /dev/null\n");
    Files.setPosixFilePermissions(slow, PosixFilePermissions.fromString("rwxr-xr-x"));

    // put together only there, for until its exec the process has the command line of this bash
    Execution alive =
        bash(
            ("PATH=%s:$PATH; mark=tail; mark+=' -f'; detached /dev/null anything;"
                    + " settled $! \"$mark\"; alive $! \"$mark\" && kill $!")
                .formatted(folder));

    assertThat(alive.exitCode()).as(alive.errors()).isZero();
  }

  @Test
  void aProcessThatEndsAtOnceIsNotWaitedFor() {
    assertThat(bash("detached /dev/null false; settled $! nothing; echo over").output())
        .contains("over");
  }

  private static Execution bash(String commands) {
    return Machine.run("bash", "-c", ". broker/process.sh; " + commands);
  }
}

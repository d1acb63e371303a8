package dev.warren.systemtests.faults.lab;

import dev.warren.systemtests.suite.Machine;
import java.time.Instant;
import java.util.stream.Stream;

/** What a container has written since a moment; the engine keeps it when the container ends. */
record ContainerLog(String container, Instant since) implements WorkerLogs.LogSource {

  @Override
  public Stream<String> lines() {
    return Machine.run("docker", "logs", "--since", since.toString(), container)
        .orThrow()
        .output()
        .lines();
  }
}

package dev.warren.systemtests.suite;

import dev.warren.systemtests.sources.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./warren}, with the environment of one suite. */
final class Launcher {

  static final Duration START_LIMIT = Duration.ofMinutes(10);

  /** Longer than {@code down} waits before it kills. */
  static final Duration COMMAND_LIMIT = Duration.ofMinutes(3);

  private static final String START_REPLICA =
      """
      set -euo pipefail
      root=$PWD caller=$PWD
      . broker/process.sh
      for part in settings http suite local; do . launcher/$part.sh; done
      require_java
      jars=$(replica_file "$1" jars)
      start_replica "$1"
      """;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, String> environment;

  Launcher(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** With the environment of whoever runs this. */
  static Launcher ofCaller() {
    String home = System.getenv().getOrDefault("WARREN_HOME", "");
    Path folder = home.isEmpty() ? SourceTree.root().resolve(".warren") : Path.of(home);
    return new Launcher(Map.of("WARREN_HOME", folder.toString()));
  }

  Path home() {
    return Path.of(environment.get("WARREN_HOME"));
  }

  Execution run(Duration limit, String... arguments) {
    Path root = SourceTree.root();
    List<String> command = new ArrayList<>(List.of(root.resolve("warren").toString()));
    command.addAll(List.of(arguments));
    return Execution.run(command, environment, root, limit);
  }

  /**
   * Starts a process that has ended, such as {@code worker-service-1}, as {@code ./warren} does,
   * but waits for nothing.
   */
  void startReplica(String replica) {
    List<String> command = List.of("bash", "-c", START_REPLICA, "bash", replica);
    Execution.run(command, environment, SourceTree.root(), COMMAND_LIMIT).orThrow();
  }

  SuiteStatus status() {
    String status = run(COMMAND_LIMIT, "status", "--json").orThrow().output();
    return JSON.readValue(status, SuiteStatus.class);
  }

  /** Writes the end of every log beside the suite's folder, which {@code down --purge} removes. */
  void keepLogs() {
    Path file = Path.of(environment.get("WARREN_HOME") + ".log");
    try {
      Files.writeString(file, run(COMMAND_LIMIT, "logs").output());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}

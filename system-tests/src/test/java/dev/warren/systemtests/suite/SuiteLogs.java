package dev.warren.systemtests.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that the processes or containers of a suite have written. */
public final class SuiteLogs {

  private static final List<String> FOLDERS = List.of("logs", "broker", "services");

  private static final String PROJECT = "com.docker.compose.project";

  private SuiteLogs() {}

  /** Of what runs now, since each was started. */
  public static String of(RunningSuite suite) {
    String broker = suite.status().broker().container();
    return broker == null ? ofProcesses(suite.home()) : ofContainers(besides(broker));
  }

  /** All containers that Compose has started with this one: databases and front doors too. */
  private static Stream<String> besides(String container) {
    String format = "{{index .Config.Labels \"" + PROJECT + "\"}}";
    String project = output("docker", "inspect", "--format", format, container).strip();
    return output(
            "docker", "ps", "--all", "--quiet", "--filter", "label=" + PROJECT + "=" + project)
        .lines();
  }

  private static String output(String... command) {
    return Machine.run(command).orThrow().output();
  }

  private static String ofProcesses(Path home) {
    return FOLDERS.stream()
        .map(home::resolve)
        .filter(Files::isDirectory)
        .flatMap(SuiteLogs::filesIn)
        .map(SuiteLogs::read)
        .collect(Collectors.joining("\n"));
  }

  private static String ofContainers(Stream<String> containers) {
    return containers
        .map(container -> Machine.run("docker", "logs", container).orThrow())
        .map(logs -> logs.output() + logs.errors())
        .collect(Collectors.joining("\n"));
  }

  private static Stream<Path> filesIn(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().matches(".*\\.log(\\.\\d+)?")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

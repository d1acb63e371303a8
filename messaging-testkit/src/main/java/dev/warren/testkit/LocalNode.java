package dev.warren.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node that {@code broker/local-node.sh} starts and stops, with all that it has in one folder.
 */
final class LocalNode {

  private static final Logger LOG = LoggerFactory.getLogger(LocalNode.class);
  private static final int LINES_SHOWN = 10;

  private final Path folder;

  LocalNode(Path folder) {
    this.folder = folder;
  }

  void start(int amqpPort, int managementPort) throws IOException, UnavailableException {
    // before it starts, as the node outlives a JVM that is interrupted meanwhile
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-local-node"));
    script("start", folder.toString(), "" + amqpPort, "" + managementPort);
  }

  void ctl(String... arguments) throws IOException {
    try {
      script(
          Stream.concat(Stream.of("ctl", folder.toString()), Stream.of(arguments))
              .toArray(String[]::new));
    } catch (UnavailableException e) {
      throw new IOException(e);
    }
  }

  /** Stops the node, however far it came, and deletes its folder. Does nothing the second time. */
  synchronized void stop() {
    if (Files.notExists(folder)) {
      return;
    }
    try {
      script("stop", folder.toString());
      delete();
    } catch (IOException | UnavailableException e) {
      LOG.warn("The broker in {} was not stopped", folder, e);
    }
  }

  private void delete() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void script(String... arguments) throws IOException, UnavailableException {
    String script = RepositoryRoot.find().resolve("broker/local-node.sh").toString();
    Process process =
        new ProcessBuilder(Stream.concat(Stream.of(script), Stream.of(arguments)).toList())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (exitCode(process) != 0) {
      throw new UnavailableException(lastLines(output));
    }
  }

  private static int exitCode(Process process) throws UnavailableException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("interrupted", e);
    }
  }

  private static String lastLines(String output) {
    List<String> lines = output.lines().toList();
    return String.join(
        "\n    ", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
  }
}

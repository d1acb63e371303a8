package dev.warren.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** A JVM of its own, on this JVM's class path or from a jar; its output goes to a file. */
final class ChildProcess implements AutoCloseable {

  private static final long STOP_SECONDS = 40;

  private final Process process;
  private final Path output;

  private ChildProcess(List<String> command, Map<String, String> environment) throws IOException {
    output = Files.createTempFile("warren-bench", ".log");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    process = builder.start();
  }

  static ChildProcess ofClass(String mainClass, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    command.addAll(arguments);
    return new ChildProcess(command, Map.of());
  }

  static ChildProcess ofJar(Path jar, Map<String, String> environment) throws IOException {
    return new ChildProcess(List.of(java(), "-jar", jar.toString()), environment);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * Has it collect its garbage, and returns when that is over.
   *
   * @throws IOException if that failed
   */
  void collectGarbage() throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process command =
        new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.run")
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD)
            .start();
    if (command.waitFor() != 0) {
      throw new IOException("jcmd GC.run failed; it is part of a JDK, not of a JRE");
    }
  }

  /** Fails, with the end of its output, when the process has ended by itself. */
  void requireAlive() throws IOException {
    if (!process.isAlive()) {
      List<String> lines = Files.readAllLines(output);
      throw new IllegalStateException(
          "a child process ended: "
              + String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size())));
    }
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      process.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      process.destroyForcibly().onExit().join();
    }
    Files.deleteIfExists(output);
  }
}

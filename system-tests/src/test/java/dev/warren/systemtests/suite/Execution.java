package dev.warren.systemtests.suite;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command that has ended.
 *
 * @param command what ran
 * @param exitCode its exit code; -1 if it was ended because its time was up
 * @param output its standard output
 * @param errors its standard error
 */
public record Execution(List<String> command, int exitCode, String output, String errors) {

  /** Runs a command in a folder, for at most {@code limit}. */
  static Execution run(
      List<String> command, Map<String, String> environment, Path folder, Duration limit) {
    try {
      File output = File.createTempFile("warren", ".out");
      File errors = File.createTempFile("warren", ".err");
      try {
        int exitCode = exitCode(command, environment, folder, limit, output, errors);
        return new Execution(command, exitCode, read(output), read(errors));
      } finally {
        Files.deleteIfExists(output.toPath());
        Files.deleteIfExists(errors.toPath());
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot run " + command, e);
    }
  }

  private static int exitCode(
      List<String> command,
      Map<String, String> environment,
      Path folder,
      Duration limit,
      File output,
      File errors)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(output)
            .redirectError(errors);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
      end(process);
      return -1;
    } catch (InterruptedException e) {
      end(process);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + command, e);
    }
  }

  /** With the processes that it started: a launcher waits for others. */
  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static String read(File file) throws IOException {
    return new String(Files.readAllBytes(file.toPath()), StandardCharsets.UTF_8);
  }

  /**
   * This execution, if it succeeded.
   *
   * @throws IllegalStateException with everything that it printed, if it did not
   */
  public Execution orThrow() {
    if (exitCode != 0) {
      throw new IllegalStateException(
          "%s ended with %d%n%s%n%s".formatted(command, exitCode, output, errors));
    }
    return this;
  }
}

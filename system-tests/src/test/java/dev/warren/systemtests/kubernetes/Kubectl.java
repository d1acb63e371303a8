package dev.warren.systemtests.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The {@code kubectl} of this machine, used for its {@code kustomize} alone, which needs no
 * cluster.
 *
 * @param executable where it is
 */
record Kubectl(Path executable) {

  private static final long TIMEOUT_SECONDS = 60;

  static Optional<Kubectl> find() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(folder -> Path.of(folder, "kubectl"))
        .filter(Files::isExecutable)
        .map(Kubectl::new)
        .findFirst();
  }

  /**
   * The documents of a kustomization.
   *
   * @throws IllegalStateException with what kubectl said, if it does not render
   */
  List<Manifest> render(Path folder) {
    try {
      Path output = Files.createTempFile("kustomize", ".yaml");
      Path errors = Files.createTempFile("kustomize", ".err");
      Process process =
          new ProcessBuilder(executable.toString(), "kustomize", folder.toString())
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start();
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException(folder + ": " + Files.readString(errors, UTF_8));
      }
      return Manifest.parse(Files.readString(output, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

package dev.warren.systemtests.kubernetes;

import dev.warren.systemtests.suite.Machine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The {@code kubectl} of this machine, used for its {@code kustomize} alone, which needs no
 * cluster.
 *
 * @param executable where it is
 */
record Kubectl(Path executable) {

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
    return Manifest.parse(
        Machine.run(executable.toString(), "kustomize", folder.toString()).orThrow().output());
  }
}

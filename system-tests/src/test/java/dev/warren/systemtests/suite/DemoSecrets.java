package dev.warren.systemtests.suite;

import dev.warren.systemtests.sources.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The passwords of the demo, as the services read them. */
public final class DemoSecrets {

  private DemoSecrets() {}

  /** The password of the user that a service has, such as {@code worker}, or KEDA. */
  public static String passwordOf(String user) {
    try {
      return Files.readString(SourceTree.root().resolve(fileOf(user))).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All passwords, by the file that has it. */
  public static Map<String, String> passwords() {
    try (Stream<Path> files = Files.walk(SourceTree.root().resolve("broker/demo/secrets"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("warren.security.api-keys")) // hashes
          .collect(Collectors.toMap(Path::toString, file -> SourceTree.read(file).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path fileOf(String user) {
    return user.equals("autoscaler")
        ? Path.of("k8s/overlays/keda/demo-only-password")
        : Path.of("broker/demo/secrets", user, "spring.rabbitmq.password");
  }
}

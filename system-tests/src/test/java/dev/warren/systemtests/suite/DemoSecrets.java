package dev.warren.systemtests.suite;

import dev.warren.systemtests.sources.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The passwords of the demo, as the services read them. */
final class DemoSecrets {

  private DemoSecrets() {}

  static String passwordOf(String user) {
    Path folder = SourceTree.root().resolve("broker/demo/secrets").resolve(user);
    try {
      return Files.readString(folder.resolve("spring.rabbitmq.password")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

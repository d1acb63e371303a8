package dev.warren.systemtests.suite;

import dev.warren.systemtests.sources.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The passwords of the demo, as the services read them. */
public final class DemoSecrets {

  private DemoSecrets() {}

  /** The password of the user that a service has, such as {@code worker}. */
  public static String passwordOf(String user) {
    Path folder = SourceTree.root().resolve("broker/demo/secrets").resolve(user);
    try {
      return Files.readString(folder.resolve("spring.rabbitmq.password")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

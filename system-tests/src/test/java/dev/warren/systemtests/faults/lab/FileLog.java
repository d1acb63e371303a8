package dev.warren.systemtests.faults.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.systemtests.suite.SuiteMember;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A file that a process appends to, again after each start; read from a place in it. */
record FileLog(Path file, long start) implements WorkerLogs.LogSource {

  /** Its name in the folder of a replica, by {@code LOGGING_FILE_NAME}. */
  static final String NAME = "faults.log";

  static FileLog fromNowOn(Path home, SuiteMember member) {
    Path file =
        home.resolve("services").resolve(member.service() + "-" + member.replica()).resolve(NAME);
    try {
      return new FileLog(file, Files.exists(file) ? Files.size(file) : 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Stream<String> lines() {
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(start);
      return new String(in.readAllBytes(), UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

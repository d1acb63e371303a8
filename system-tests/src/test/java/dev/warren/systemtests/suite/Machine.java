package dev.warren.systemtests.suite;

import dev.warren.systemtests.sources.SourceTree;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The machine that the tests run on. */
public final class Machine {

  private static final int FIRST_PORT = 20_000;
  private static final int LAST_PORT = 32_000;
  private static final Duration PROBE = Duration.ofMinutes(1);

  private Machine() {}

  static boolean hasCommand(String command) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder).resolve(command))
        .anyMatch(Files::isExecutable);
  }

  static boolean succeeds(String... command) {
    return hasCommand(command[0]) && run(command).exitCode() == 0;
  }

  /** Runs a command from the root of the checkout, for a minute at most. */
  public static Execution run(String... command) {
    return Execution.run(List.of(command), Map.of(), SourceTree.root(), PROBE);
  }

  /**
   * Different ports that were free a moment ago, from below the range that the kernel hands out to
   * clients.
   */
  public static List<Integer> freePorts(int count) {
    return new SplittableRandom()
        .ints(FIRST_PORT, LAST_PORT)
        .distinct()
        .filter(Machine::isFree)
        .limit(count)
        .boxed()
        .toList();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}

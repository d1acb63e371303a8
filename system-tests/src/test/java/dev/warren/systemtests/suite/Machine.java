package dev.warren.systemtests.suite;

import dev.warren.systemtests.sources.SourceTree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The machine that the tests run on. */
final class Machine {

  private static final Duration PROBE = Duration.ofSeconds(20);

  private Machine() {}

  static boolean hasCommand(String command) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .map(folder -> Path.of(folder).resolve(command))
        .anyMatch(Files::isExecutable);
  }

  static boolean succeeds(String... command) {
    return hasCommand(command[0]) && run(command).exitCode() == 0;
  }

  static Execution run(String... command) {
    return Execution.run(List.of(command), Map.of(), SourceTree.root(), PROBE);
  }

  /** Different ports on the loopback address, each free a moment ago. */
  static List<Integer> freePorts(int count) {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      IntStream.range(0, count).forEach(i -> sockets.add(open()));
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      sockets.forEach(Machine::close);
    }
  }

  private static ServerSocket open() {
    try {
      return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalStateException("no free port on the loopback address", e);
    }
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

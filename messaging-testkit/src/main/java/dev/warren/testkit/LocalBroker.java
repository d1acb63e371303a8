package dev.warren.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A private node of the machine's own {@code rabbitmq-server}, in a temporary folder. */
final class LocalBroker implements BrokerWay {

  @Override
  public String name() {
    return "rabbitmq-server";
  }

  @Override
  public RunningBroker start() throws BrokerUnavailableException {
    try {
      int[] ports = freePorts();
      Path folder = Files.createTempDirectory("warren-broker");
      run("start", folder.toString(), "" + ports[0], "" + ports[1]);
      return RunningBroker.onGuestAccount("127.0.0.1", ports[0], ports[1], () -> stop(folder));
    } catch (IOException e) {
      throw new BrokerUnavailableException("cannot start a node: " + e.getMessage(), e);
    }
  }

  /** Both are open at the same time, so they differ. */
  private static int[] freePorts() throws IOException {
    try (ServerSocket amqp = freePort();
        ServerSocket management = freePort()) {
      return new int[] {amqp.getLocalPort(), management.getLocalPort()};
    }
  }

  private static ServerSocket freePort() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static void stop(Path folder) {
    try {
      run("stop", folder.toString());
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (BrokerUnavailableException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void run(String... arguments) throws IOException, BrokerUnavailableException {
    String script = RepositoryRoot.find().resolve("broker/local-node.sh").toString();
    Process process =
        new ProcessBuilder(Stream.concat(Stream.of(script), Stream.of(arguments)).toList())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (waitFor(process) != 0) {
      List<String> lines = output.lines().toList();
      throw new BrokerUnavailableException(
          String.join("\n    ", lines.subList(Math.max(0, lines.size() - 10), lines.size())));
    }
  }

  private static int waitFor(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroy();
      return -1;
    }
  }
}

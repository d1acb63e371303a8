package dev.warren.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** A private node of the machine's own {@code rabbitmq-server}, in a temporary folder. */
final class LocalBroker implements BrokerWay {

  /**
   * Below the ports that systems hand out to clients, so that none takes one before the node does.
   */
  private static final int LOWEST_PORT = 20_000;

  private static final int HIGHEST_PORT = 32_000;
  private static final String ADDRESS = "127.0.0.1";

  /** Between the search for a free port and its use, another process may take it. */
  private static final int ATTEMPTS = 3;

  /** What a node says then. */
  private static final String PORT_IS_TAKEN = "eaddrinuse";

  @Override
  public String name() {
    return "rabbitmq-server";
  }

  @Override
  public RunningBroker start() throws UnavailableException {
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        return startOnce();
      } catch (UnavailableException e) {
        if (!String.valueOf(e.getMessage()).contains(PORT_IS_TAKEN)) {
          throw e;
        }
      }
    }
    return startOnce();
  }

  private static RunningBroker startOnce() throws UnavailableException {
    try {
      LocalNode node = new LocalNode(Files.createTempDirectory("warren-broker"));
      int amqpPort = freePort();
      int managementPort = freePort();
      node.start(amqpPort, managementPort);
      return RunningBroker.onGuestAccount(
          ADDRESS, amqpPort, managementPort, sparePorts(), node::stop, node::ctl);
    } catch (IOException e) {
      throw new UnavailableException("cannot start a node: " + e.getMessage(), e);
    }
  }

  private static List<SparePort> sparePorts() {
    return IntStream.generate(LocalBroker::freePort)
        .distinct()
        .limit(RunningBroker.SPARE_PORTS)
        .mapToObj(port -> new SparePort(ADDRESS, port, port))
        .toList();
  }

  private static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException e) {
        // taken: try another
      }
    }
  }
}

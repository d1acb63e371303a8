package dev.warren.frontdoor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Answers everything that a client says, once it has said all, with its own name before it. */
final class GreetingServer implements AutoCloseable {

  private final String name;
  private final ServerSocket server;
  private final Thread thread = new Thread(this::serve);

  private GreetingServer(String name, ServerSocket server) {
    this.name = name;
    this.server = server;
  }

  static GreetingServer start(String name) throws IOException {
    GreetingServer server =
        new GreetingServer(name, new ServerSocket(0, 10, InetAddress.getLoopbackAddress()));
    server.thread.start();
    return server;
  }

  InetSocketAddress address() {
    return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        byte[] said = client.getInputStream().readAllBytes();
        client.getOutputStream().write((name + ": ").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().write(said);
      } catch (IOException e) {
        // closed, or the client broke off
      }
    }
  }

  /** Accepts nothing more: a thread that waits in accept() may still, until it hears of the end. */
  @Override
  public void close() {
    try {
      server.close();
      thread.join(5_000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.warren.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A port of this machine through which the test broker can be reached, or cannot: what a client
 * sees of a broker that is not there yet, or is gone. It is shut at first.
 */
public final class Relay implements AutoCloseable {

  private final TestBroker broker;
  private final ServerSocket server;
  private final Set<Socket> sockets = new HashSet<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private boolean open;

  private Relay(TestBroker broker, ServerSocket server) {
    this.broker = broker;
    this.server = server;
  }

  /** A relay that drops every connection until {@link #open}. */
  public static Relay shutTo(TestBroker broker) throws IOException {
    Relay relay = new Relay(broker, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    relay.threads.execute(relay::accept);
    return relay;
  }

  /** Where clients connect instead of the broker's own host. */
  public String host() {
    return server.getInetAddress().getHostAddress();
  }

  public int port() {
    return server.getLocalPort();
  }

  /** From now on the broker is reached. */
  public synchronized Relay open() {
    open = true;
    return this;
  }

  /** The broker vanishes: connections break and no new one is served until {@link #open}. */
  public synchronized void shut() {
    open = false;
    sockets.forEach(Relay::close);
    sockets.clear();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        join(server.accept());
      } catch (IOException e) {
        // the relay was closed, or the broker refuses: the next client may have more luck
      }
    }
  }

  private synchronized void join(Socket client) throws IOException {
    if (!open) {
      client.close();
      return;
    }
    sockets.add(client);
    Socket target = new Socket(broker.host(), broker.port());
    sockets.add(target);
    threads.execute(() -> copy(client, target));
    threads.execute(() -> copy(target, client));
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // either side broke off, and now both have
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    shut();
    threads.shutdownNow();
  }
}

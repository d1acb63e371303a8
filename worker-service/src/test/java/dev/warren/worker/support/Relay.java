package dev.warren.worker.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A TCP port through which a broker can be reached, or cannot. */
public final class Relay implements AutoCloseable {

  private final String host;
  private final int target;
  private final ServerSocket server;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile boolean open;

  private Relay(String host, int target) throws IOException {
    this.host = host;
    this.target = target;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** A relay that refuses connections until {@link #open}. */
  public static Relay closed(String host, int target) throws IOException {
    return new Relay(host, target);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** From now on the broker is reached. */
  public Relay open() {
    open = true;
    return this;
  }

  /** The broker vanishes: its connections break and no new one is accepted. */
  public void shut() {
    open = false;
    sockets.forEach(Relay::close);
    sockets.clear();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        if (open) {
          connect(client);
        } else {
          client.close();
        }
      } catch (IOException e) {
        // the listener was closed, or the target is away
      }
    }
  }

  private void connect(Socket client) throws IOException {
    Socket broker = new Socket(host, target);
    sockets.add(client);
    sockets.add(broker);
    threads.execute(() -> copy(client, broker));
    threads.execute(() -> copy(broker, client));
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // either side broke off
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

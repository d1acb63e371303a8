package dev.warren.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A port of this machine through which a broker or a database can be reached, or cannot: what a
 * client sees of one that is not there yet, or is gone. It is shut at first.
 */
public final class Relay implements AutoCloseable {

  private static final int BUFFER = 8192;

  private final String targetHost;
  private final int targetPort;
  private final ServerSocket server;
  private final Set<Socket> sockets = new HashSet<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private boolean open;
  private boolean frozen;

  private Relay(String targetHost, int targetPort, ServerSocket server) {
    this.targetHost = targetHost;
    this.targetPort = targetPort;
    this.server = server;
  }

  /** A relay that drops every connection until {@link #open}. */
  public static Relay shutTo(TestBroker broker) throws IOException {
    return shutTo(broker.host(), broker.port());
  }

  static Relay shutTo(String host, int port) throws IOException {
    Relay relay = new Relay(host, port, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    relay.threads.execute(relay::accept);
    return relay;
  }

  /** Where clients connect instead of the target's own host. */
  public String host() {
    return server.getInetAddress().getHostAddress();
  }

  public int port() {
    return server.getLocalPort();
  }

  /** From now on the target is reached. */
  public synchronized Relay open() {
    open = true;
    return this;
  }

  /** The target vanishes: connections break and no new one is served until {@link #open}. */
  public synchronized void shut() {
    open = false;
    sockets.forEach(Relay::close);
    sockets.clear();
  }

  /**
   * The broker stops in its tracks, as if by SIGSTOP: connections stay, new ones are accepted, and
   * nothing is read or answered on any of them until {@link #thaw}.
   */
  public synchronized void freeze() {
    frozen = true;
  }

  /** The broker goes on where it was. */
  public synchronized void thaw() {
    frozen = false;
    notifyAll();
  }

  private synchronized void awaitThaw() throws InterruptedIOException {
    try {
      while (frozen) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        join(server.accept());
      } catch (IOException e) {
        // the relay was closed, or the target refuses: the next client may have more luck
      }
    }
  }

  private synchronized void join(Socket client) throws IOException {
    if (!open) {
      client.close();
      return;
    }
    sockets.add(client);
    Socket target = new Socket(targetHost, targetPort);
    sockets.add(target);
    threads.execute(() -> copy(client, target));
    threads.execute(() -> copy(target, client));
  }

  private void copy(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER];
    try (from;
        to) {
      InputStream input = from.getInputStream();
      for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
        awaitThaw();
        to.getOutputStream().write(buffer, 0, read);
      }
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

package dev.warren.frontdoor;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A port, each of whose connections is passed on to one of the replicas of a service. */
final class Door implements Runnable, AutoCloseable {

  private static final int BACKLOG = 200;

  private final ServerSocket server;
  private final Replicas replicas;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private Door(ServerSocket server, Replicas replicas) {
    this.server = server;
    this.replicas = replicas;
  }

  /** Listens on all interfaces; connections are served when it {@linkplain #run runs}. */
  static Door open(int port, Replicas replicas) throws IOException {
    return new Door(new ServerSocket(port, BACKLOG), replicas);
  }

  int port() {
    return server.getLocalPort();
  }

  @Override
  public void run() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        // closed, or the client has gone already
      }
    }
  }

  /** The client sees its connection closed when no replica is there. */
  private void serve(Socket client) {
    try (client;
        Socket replica = replicas.connect()) {
      client.setTcpNoDelay(true);
      Thread answers = new Thread(() -> pass(replica, client));
      answers.start();
      pass(client, replica);
      answers.join();
    } catch (IOException e) {
      // no replica, or either side broke off: both are closed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A side that has said all may still listen; one that broke off may not. */
  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it is not used again
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}

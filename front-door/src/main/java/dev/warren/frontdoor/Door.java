package dev.warren.frontdoor;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/**
 * A port, each of whose connections is passed on to one of the replicas of a service. A connection
 * has two threads, and a process only so many: what finds no place is hung up on at once.
 */
final class Door implements Runnable, AutoCloseable {

  private static final Logger log = System.getLogger(Door.class.getName());

  private static final int BACKLOG = 200;
  private static final int LINGER_MS = 1_000;

  private final ServerSocket server;
  private final Replicas replicas;
  private final Semaphore places;
  private final Patience patience;
  private final ThreadFactory threads;

  private Door(
      ServerSocket server,
      Replicas replicas,
      Semaphore places,
      Patience patience,
      ThreadFactory threads) {
    this.server = server;
    this.replicas = replicas;
    this.places = places;
    this.patience = patience;
    this.threads = threads;
  }

  /**
   * Listens on all interfaces; connections are served when it {@linkplain #run runs}.
   *
   * @param places as many as there may be connections; doors may share them
   * @param patience with clients that do not read what a replica says
   */
  static Door open(
      int port, Replicas replicas, Semaphore places, Patience patience, ThreadFactory threads)
      throws IOException {
    return new Door(new ServerSocket(port, BACKLOG), replicas, places, patience, threads);
  }

  int port() {
    return server.getLocalPort();
  }

  @Override
  public void run() {
    while (!server.isClosed()) {
      try {
        admit(server.accept());
      } catch (IOException e) {
        // closed, or the client has gone already
      } catch (Throwable e) { // of this connection only, such as a thread that cannot be had
        log.log(Logger.Level.WARNING, "A connection could not be served", e);
      }
    }
  }

  private void admit(Socket client) {
    if (!places.tryAcquire()) {
      close(client);
      return;
    }
    try {
      threads.newThread(() -> serve(client)).start();
    } catch (Throwable e) {
      close(client);
      places.release();
      throw e;
    }
  }

  private void serve(Socket client) {
    try {
      passOn(client);
    } finally {
      places.release();
    }
  }

  /**
   * The client sees its connection closed when no replica is there, and soon after the replica has
   * said all. Until then it may hang up itself: who is hung up on while sending may lose the
   * answer.
   */
  private void passOn(Socket client) {
    try (client;
        Socket replica = replicas.connect()) {
      client.setTcpNoDelay(true);
      OutputStream toReplica = replica.getOutputStream();
      Thread questions = threads.newThread(() -> pass(client, replica, toReplica));
      questions.start();
      pass(replica, client, patience.outputOf(client));
      questions.join(LINGER_MS);
    } catch (IOException e) {
      // no replica, or either side broke off: both are closed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A side that has said all may still listen; one that broke off may not. */
  private static void pass(Socket from, Socket to, OutputStream output) {
    try {
      from.getInputStream().transferTo(output);
      to.shutdownOutput();
    } catch (IOException e) {
      close(from);
      close(to);
    }
  }

  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it is not used again
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

package dev.warren.producer.taskview;

import dev.warren.testkit.TestBroker;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A port that refuses connections until it is opened, and then leads to the broker. */
final class BrokerDoor implements AutoCloseable {

  private final ExecutorService pipes = Executors.newCachedThreadPool();
  private final TestBroker broker;
  private final int port;
  private @Nullable ServerSocket server;

  private BrokerDoor(TestBroker broker, int port) {
    this.broker = broker;
    this.port = port;
  }

  static BrokerDoor to(TestBroker broker) throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return new BrokerDoor(broker, free.getLocalPort());
    }
  }

  int port() {
    return port;
  }

  void open() throws IOException {
    ServerSocket opened = new ServerSocket();
    opened.bind(new InetSocketAddress((InetAddress) null, port));
    server = opened;
    pipes.execute(
        () -> {
          while (!opened.isClosed()) {
            connect(opened);
          }
        });
  }

  @Override
  public void close() throws IOException {
    if (server != null) {
      server.close();
    }
    pipes.shutdownNow();
  }

  private void connect(ServerSocket opened) {
    try {
      Socket client = opened.accept();
      Socket target = new Socket(broker.host(), broker.port());
      pipes.execute(() -> pipe(client, target));
      pipes.execute(() -> pipe(target, client));
    } catch (IOException e) {
      if (!opened.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void pipe(Socket from, Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException e) {
      // one side has closed, and so both are
    }
  }
}

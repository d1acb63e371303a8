package dev.warren.frontdoor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The replicas of a service. All connections go to one of them for as long as it accepts them, and
 * then to another: what a client made on a replica, such as a subscription, it finds again there.
 */
final class Replicas {

  private static final int CONNECT_TIMEOUT_MS = 2_000;

  private final Directory directory;
  private @Nullable InetSocketAddress chosen;

  Replicas(Directory directory) {
    this.directory = directory;
  }

  /** Those that the network's DNS knows by this name. */
  static Replicas named(String name, int port) {
    return new Replicas(
        () ->
            Stream.of(InetAddress.getAllByName(name))
                .map(address -> new InetSocketAddress(address, port))
                .toList());
  }

  /**
   * A connection to a replica.
   *
   * @throws IOException if none accepts one
   */
  Socket connect() throws IOException {
    IOException refusal = new ConnectException("there is no replica");
    for (InetSocketAddress address : candidates()) {
      try {
        Socket socket = connect(address);
        choose(address);
        return socket;
      } catch (IOException e) {
        refusal = e;
      }
    }
    throw refusal;
  }

  /** The chosen one first, if it is still there. */
  private List<InetSocketAddress> candidates() throws UnknownHostException {
    List<InetSocketAddress> addresses = new ArrayList<>(directory.addresses());
    InetSocketAddress first = chosen();
    if (first != null && addresses.remove(first)) {
      addresses.add(0, first);
    }
    return addresses;
  }

  private static Socket connect(InetSocketAddress address) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(address, CONNECT_TIMEOUT_MS);
      socket.setTcpNoDelay(true);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private synchronized @Nullable InetSocketAddress chosen() {
    return chosen;
  }

  private synchronized void choose(InetSocketAddress address) {
    chosen = address;
  }

  /** Where the replicas are. */
  @FunctionalInterface
  interface Directory {

    List<InetSocketAddress> addresses() throws UnknownHostException;
  }
}

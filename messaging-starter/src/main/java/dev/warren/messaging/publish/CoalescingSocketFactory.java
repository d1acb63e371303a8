package dev.warren.messaging.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sockets that write through a {@link CoalescingOutputStream}. Not for TLS. The client asks for one
 * that is not connected; the others are what a factory has to have.
 */
final class CoalescingSocketFactory extends SocketFactory {

  @Override
  public Socket createSocket() {
    return new CoalescingSocket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return createSocket(InetAddress.getByName(host), port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return createSocket(InetAddress.getByName(host), port, localHost, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(null, new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return connected(
        new InetSocketAddress(localHost, localPort), new InetSocketAddress(host, port));
  }

  private static Socket connected(@Nullable InetSocketAddress local, InetSocketAddress remote)
      throws IOException {
    Socket socket = new CoalescingSocket();
    try {
      socket.bind(local);
      socket.connect(remote);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static final class CoalescingSocket extends Socket {

    private @Nullable OutputStream output;

    @Override
    public synchronized OutputStream getOutputStream() throws IOException {
      if (isClosed()) {
        throw new SocketException("Socket is closed");
      }
      if (output == null) {
        output = new CoalescingOutputStream(super.getOutputStream());
      }
      return output;
    }
  }
}

package dev.warren.systemtests.fuzz.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;

/** Sends bytes and takes what comes, which no client of HTTP would. */
final class RawClient {

  /** How long a server may take for its whole answer. */
  static final Duration LIMIT = Duration.ofSeconds(30);

  private static final int CONNECT_MILLIS = 5_000;
  private static final int LONGEST = 4 << 20;
  private static final String STREAM = "text/event-stream";

  private RawClient() {}

  /**
   * Sends one request over a connection of its own.
   *
   * @throws IOException if the server cannot be reached
   */
  static RawAnswer send(RawRequest request) throws IOException {
    Instant start = Instant.now();
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(request.service().getHost(), request.service().getPort()),
          CONNECT_MILLIS);
      write(socket, request);
      return read(socket, start);
    }
  }

  /** A server that refuses a body need not read all of it. */
  private static void write(Socket socket, RawRequest request) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(request.head().array());
      out.write(request.body().array());
      out.flush();
      if (request.isCutOff()) {
        socket.shutdownOutput();
      }
    } catch (IOException e) {
      return; // what it has to say can be read even so
    }
  }

  private static RawAnswer read(Socket socket, Instant start) throws IOException {
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    boolean isOver = false;
    try {
      isOver = readAll(socket, start, received);
    } catch (SocketTimeoutException e) {
      isOver = false;
    } catch (IOException e) {
      isOver = true; // reset, after whatever came before
    }
    return RawAnswer.of(received.toByteArray(), Duration.between(start, Instant.now()), isOver);
  }

  private static boolean readAll(Socket socket, Instant start, ByteArrayOutputStream received)
      throws IOException {
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[8192];
    while (received.size() < LONGEST) {
      Duration left = LIMIT.minus(Duration.between(start, Instant.now()));
      if (left.isNegative() || left.isZero()) {
        return false;
      }
      socket.setSoTimeout((int) Math.max(1, left.toMillis()));
      int count = in.read(buffer);
      if (count < 0) {
        return true;
      }
      received.write(buffer, 0, count);
      if (received.size() == count && isStream(received)) {
        return true; // it goes on for ever
      }
    }
    return true;
  }

  private static boolean isStream(ByteArrayOutputStream received) {
    String text = received.toString(ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    return end > 0 && text.substring(0, end).contains(STREAM);
  }
}

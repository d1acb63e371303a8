package dev.warren.messaging.publish;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What reaches a socket, and in how many writes. */
class WriteBurstTest {

  private final List<String> written = new ArrayList<>();
  private final CoalescingOutputStream stream = new CoalescingOutputStream(new Recorder());
  private final WriteBurst burst = new WriteBurst();

  @AfterEach
  void leave() {
    burst.leave();
  }

  @Test
  void outsideABurstEachFlushIsAWrite() throws IOException {
    send("a");
    send("b");

    assertThat(written).containsExactly("a", "b");
  }

  @Test
  void withinABurstTheMessagesGoTogetherAtItsEnd() throws IOException {
    burst.enter();
    send("a");
    send("b");
    burst.leave();
    assertThat(written).isEmpty();

    burst.flush();
    assertThat(written).containsExactly("ab");
  }

  @Test
  void whatFollowsTheBurstTakesWithItWhatWaits() throws IOException {
    burst.enter();
    send("publish");
    burst.leave();
    send(" open");

    assertThat(written).containsExactly("publish open");
  }

  @Test
  void anotherThreadIsNotHeldUp() throws Exception {
    burst.enter();
    send("publish");
    Thread other = new Thread(() -> assertThat(sent(" heartbeat")).isTrue());
    other.start();
    other.join();

    assertThat(written).containsExactly("publish heartbeat");
  }

  @Test
  void aFullBufferDoesNotWaitForTheEnd() throws IOException {
    burst.enter();
    send("x".repeat(20_000));
    send("y".repeat(20_000));

    assertThat(String.join("", written)).hasSize(20_000);
  }

  @Test
  void theEndOfABurstOnABrokenConnectionIsNoFault() throws IOException {
    CoalescingOutputStream broken = new CoalescingOutputStream(new Broken());
    burst.enter();
    broken.write('x');
    broken.flush();
    burst.leave();

    burst.flush();
    send("on another");
    assertThat(written).containsExactly("on another");
  }

  @Test
  void aSocketOfTheFactoryWritesTheSameBytes() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket server = new ServerSocket(0, 1, loopback);
        Socket client =
            new CoalescingSocketFactory().createSocket(loopback, server.getLocalPort());
        Socket accepted = server.accept()) {
      burst.enter();
      client.getOutputStream().write("both ".getBytes(US_ASCII));
      client.getOutputStream().flush();
      client.getOutputStream().write("arrive".getBytes(US_ASCII));
      client.getOutputStream().flush();
      burst.leave();
      burst.flush();

      assertThat(new String(accepted.getInputStream().readNBytes(11), US_ASCII))
          .isEqualTo("both arrive");
    }
  }

  private void send(String bytes) throws IOException {
    stream.write(bytes.getBytes(US_ASCII));
    stream.flush();
  }

  private boolean sent(String bytes) {
    try {
      send(bytes);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private final class Recorder extends OutputStream {

    @Override
    public void write(int b) {
      written.add(String.valueOf((char) b));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      written.add(new String(bytes, offset, length, US_ASCII));
    }
  }

  private static final class Broken extends OutputStream {

    @Override
    public void write(int b) throws IOException {
      throw new IOException("Broken pipe");
    }
  }
}

package dev.warren.messaging.broker;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.rabbitmq.client.AddressResolver;
import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@Timeout(30)
class FirstConnectionTest {

  private static final int PROTOCOL_HEADER = 8;
  private static final int METHOD = 1;
  private static final int FRAME_END = 0xCE;
  private static final int CONNECTION = 10;
  private static final int START = 10;

  @Test
  void aBrokerThatEndsWhileItLooksAtThePasswordHasNotRefusedIt(CapturedOutput output)
      throws Exception {
    try (ServerSocket broker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> end = CompletableFuture.runAsync(() -> endAfterStartOk(broker));
      CachingConnectionFactory connections =
          new CachingConnectionFactory("127.0.0.1", broker.getLocalPort());

      new FirstConnection(connections, false).start();

      end.get();
      connections.destroy();
      assertThat(output)
          .contains("The broker at 127.0.0.1:" + broker.getLocalPort() + " does not answer yet")
          .contains("waiting for it");
    }
  }

  @Test
  void aRefusalSaysThatTheServiceHadNoPassword() {
    CachingConnectionFactory connections = new CachingConnectionFactory(new RefusingBroker());
    connections.setUsername("worker");

    assertThatExceptionOfType(BrokerRefusedException.class)
        .isThrownBy(new FirstConnection(connections, true)::start)
        .withMessage(
            "The broker at rabbitmq:5672 refuses the user 'worker'. No password was given"
                + " (WARREN_RABBITMQ_PASSWORD, or a file spring.rabbitmq.password in the folder of"
                + " secrets), so guest's was tried.");
    assertThatExceptionOfType(BrokerRefusedException.class)
        .isThrownBy(new FirstConnection(connections, false)::start)
        .withMessageEndingWith("'worker'. Wrong password, or there is no such user.");
    connections.destroy();
  }

  private static final class RefusingBroker extends ConnectionFactory {
    RefusingBroker() {
      setHost("rabbitmq");
    }

    @Override
    public Connection newConnection(
        @Nullable ExecutorService executor, AddressResolver addresses, @Nullable String name)
        throws IOException {
      throw new AuthenticationFailureException("ACCESS_REFUSED");
    }
  }

  private static void endAfterStartOk(ServerSocket broker) {
    try (Socket client = broker.accept()) {
      DataInputStream in = new DataInputStream(client.getInputStream());
      in.skipNBytes(PROTOCOL_HEADER);
      writeFrame(new DataOutputStream(client.getOutputStream()), start());
      in.readByte(); // a method
      in.readShort(); // of channel 0
      in.skipNBytes(in.readInt() + 1L);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] start() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream method = new DataOutputStream(bytes);
    method.writeShort(CONNECTION);
    method.writeShort(START);
    method.write(new byte[] {0, 9}); // the version
    method.writeInt(0); // no properties
    writeText(method, "PLAIN");
    writeText(method, "en_US");
    return bytes.toByteArray();
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    out.writeInt(text.length());
    out.write(text.getBytes(US_ASCII));
  }

  private static void writeFrame(DataOutputStream out, byte[] payload) throws IOException {
    out.writeByte(METHOD);
    out.writeShort(0);
    out.writeInt(payload.length);
    out.write(payload);
    out.writeByte(FRAME_END);
    out.flush();
  }
}

package dev.warren.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
    classes = ProbeApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"warren.http.body-limit=1KB", "warren.http.unread-body-time=1s"})
class UnreadBodyTest {

  private static final String LENGTH = "Content-Length: 900\r\n";
  private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource({
    "POST, /nowhere, 404",
    "PUT, /notes, 405",
    "POST, /stream, 415",
    "GET, /refused, 429",
    "GET, /faulty, 500",
    "POST, /%zz, 400",
    "TRACE, /notes, 405",
    "GET, /numbers/1?limit=2, 200"
  })
  void whoDripsAfterTheAnswerIsNotWaitedFor(String method, String path, int status)
      throws IOException {
    String line = method + " " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: a/b\r\n";
    assertAnsweredAndEnded(line + LENGTH + "\r\n", status);
    assertAnsweredAndEnded(line + CHUNKED + "\r\n1;", status); // what follows is an extension
  }

  @Test
  void whoDeclaresTooMuchAndDripsIsNotWaitedFor() throws IOException {
    String line = "POST /notes HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
    assertAnsweredAndEnded(line + "Content-Length: 60000\r\n\r\n", 413);
  }

  @Test
  void nothingIsSaidOfWhoDripsOrHangsUp(CapturedOutput log) throws IOException {
    String head = "POST /nowhere HTTP/1.1\r\nHost: a\r\n" + LENGTH + "\r\n";
    assertAnsweredAndEnded(head, 404);
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(bytes(head));
      assertThat(startOfAnswer(socket)).isEqualTo("HTTP/1.1 404");
      socket.setSoLinger(true, 0); // so that it ends with a reset
    }
    LockSupport.parkNanos(1_500_000_000);
    assertThat(log).doesNotContain("Request failed", "already committed", "IllegalState");
  }

  private void assertAnsweredAndEnded(String head, int status) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(bytes(head));
      assertThat(startOfAnswer(socket)).as(head).isEqualTo("HTTP/1.1 " + status);
      assertThat(endsWhileItDrips(socket)).as(head).isTrue();
    }
  }

  private static String startOfAnswer(Socket socket) throws IOException {
    socket.setSoTimeout(5_000);
    return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
  }

  private static boolean endsWhileItDrips(Socket socket) throws IOException {
    socket.setSoTimeout(100);
    for (int i = 0; i < 40; i++) {
      try {
        socket.getOutputStream().write('a');
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        return true;
      } catch (SocketTimeoutException e) {
        // goes on
      } catch (SocketException e) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @CsvSource({
    "'Content-Length: 5\r\n', hello",
    "'Transfer-Encoding: chunked\r\n', '5\r\nhello\r\n0\r\n\r\n'"
  })
  void whoSendsTheRestInTimeKeepsTheConnection(String length, String body) throws IOException {
    String head = "PUT /notes HTTP/1.1\r\nHost: a\r\n" + length + "\r\n";
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(bytes(head));
      assertThat(startOfAnswer(socket)).isEqualTo("HTTP/1.1 405");
      String next = "GET /numbers/1?limit=2 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(bytes(body + next));
      assertThat(rest(socket.getInputStream())).contains("HTTP/1.1 200");
    }
  }

  /** So a request that was answered asynchronously leaves none of its body unread. */
  @Test
  void bodyThatIsReadIsReadToItsEnd() throws IOException {
    String head = "POST /notes HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(bytes(head + CHUNKED + "\r\nc\r\n{\"text\":\"a\"}\r\n"));
      LockSupport.parkNanos(500_000_000);
      assertThat(socket.getInputStream().available()).isZero();
      socket.getOutputStream().write(bytes("0\r\n\r\n"));
      assertThat(startOfAnswer(socket)).isEqualTo("HTTP/1.1 200");
    }
  }

  private static String rest(InputStream answers) throws IOException {
    return new String(answers.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
